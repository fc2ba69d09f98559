package dev.stockade.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stockade.cli.command.JsonTree;
import dev.stockade.cli.command.JsonView;
import dev.stockade.policy.rule.Observation;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.tls.ClientAuth;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordReaderTest {
  private static final String TLS =
      "{'time':'2026-11-23T18:45:00.123Z','kind':'tls.handshake','verdict':'warn',"
          + "'rules':['tls.trust-all','tls.hostname'],'reason':'client accepts any certificate: A,"
          + " by B; client accepts any host name: C'";
  private static final String AWS =
      "{'time':'2026-11-23T18:45:00.123Z','kind':'aws.request','aws':{'signature':'valid'}";

  @Test
  void whoAcceptsAnythingIsDataOfTheFinding() throws IOException {
    RecordedFact fact =
        read(
            TLS
                + ",'findings':[{'rule':'tls.trust-all','reason':'x','data':{'by':'X; Y'}},"
                + "{'rule':'tls.hostname','reason':'z','data':{'by':'Z'}}]}");
    assertThat(fact.tls.acceptsAnyCertificate()).isEqualTo("X; Y");
    assertThat(fact.tls.acceptsAnyHostName()).isEqualTo("Z");
  }

  @Test
  void anOlderRecordTellsItInItsReason() throws IOException {
    RecordedFact fact = read(TLS + "}");
    assertThat(fact.tls.acceptsAnyCertificate()).isEqualTo("A, by B");
    assertThat(fact.tls.acceptsAnyHostName()).isEqualTo("C");
  }

  @Test
  void whatASessionHasBesidesIsReadAndACertificateIsNoHandshake() throws IOException {
    RecordedFact fact =
        read(
            TLS
                + ",'tls':{'version':'TLSv1.2','alpn':'h2','clientAuth':'asked',"
                + "'extendedMasterSecret':false,'signatureScheme':'ed25519','durationMillis':7},"
                + "'certificate':'abababababababab'}");
    assertThat(fact.tls.alpn()).isEqualTo("h2");
    assertThat(fact.tls.clientAuth()).isEqualTo(ClientAuth.ASKED);
    assertThat(fact.tls.extendedMasterSecret()).isFalse();
    assertThat(fact.tls.signatureScheme()).isEqualTo("ed25519");
    String certificate = "{'time':'2026-11-23T18:45:00.123Z','kind':'tls.certificate',";
    assertThat(read(certificate + "'direction':'out','certificate':{'position':0}}")).isNull();
  }

  @Test
  void eachObservationIsAFinding() throws IOException {
    List<Observation> seen =
        read(AWS
                + ",'verdict':'violation','rules':['aws.cleartext','aws.imds-v1'],"
                + "'reason':'a; b; c; d','findings':[{'rule':'aws.cleartext','reason':'a; b'},"
                + "{'rule':'aws.later','reason':'?'},{'rule':'aws.imds-v1'},{'reason':'d'}]}")
            .aws
            .observations();
    assertThat(seen)
        .extracting(Observation::rule)
        .containsExactly(Rule.AWS_CLEARTEXT, Rule.AWS_IMDS_V1, null);
    assertThat(seen)
        .extracting(Observation::reason)
        .containsExactly("a; b", "no reason given", "d");
  }

  @Test
  void anOlderRecordHasOneReasonForAll() throws IOException {
    assertThat(
            read(AWS + ",'verdict':'note','rules':['aws.imds-v1'],'reason':'a; b'}")
                .aws
                .observations())
        .singleElement()
        .extracting(Observation::reason)
        .isEqualTo("a; b");
  }

  @Test
  void whatAPassHasToSayIsARemark() throws IOException {
    assertThat(read(AWS + ",'verdict':'pass','reason':'a'}").aws.observations())
        .singleElement()
        .matches(Observation::isRemark);
    assertThat(read(AWS + ",'verdict':'note','reason':'a'}").aws.observations())
        .singleElement()
        .matches(seen -> !seen.isRemark());
  }

  @Test
  void oddFindingsAreRefused() {
    assertThatThrownBy(() -> read(TLS + ",'findings':'x'}"))
        .hasMessage("record.findings must be a list");
    assertThatThrownBy(() -> read(AWS + ",'findings':['x']}"))
        .hasMessage("record.findings must be a mapping of keys to values");
  }

  private static RecordedFact read(String record) throws IOException {
    return new RecordReader(new KnownCertificates())
        .read(JsonView.of("record", JsonTree.object(record.replace('\'', '"'))));
  }
}
