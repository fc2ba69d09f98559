package dev.stockade.journal.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records as events of OCSF 1.8.0, held against the schemas of its classes. */
class OcsfTest {
  private static final String ID = "ab".repeat(32);

  @Test
  void everyRecordIsAnEventOfItsClass() {
    for (RecordTree record : SampleRecords.trees()) {
      String line = RecordForm.OCSF.line(record, ID);

      assertThat(OcsfSchemas.errors(line)).describedAs(line).isEmpty();
      assertThat(SampleRecords.tree(line).get("metadata.uid")).isEqualTo(ID);
    }
  }

  @Test
  void everyClassAndActivityComesUp() {
    assertThat(SampleRecords.trees().stream().map(OcsfTest::type).distinct())
        .contains(
            400101L, 400104L, 400105L, 400199L, 600303L, 400299L, 200401L, 600203L, 600204L,
            600207L, 600208L, 600801L, 600299L);
  }

  private static Object type(RecordTree record) {
    return SampleRecords.tree(RecordForm.OCSF.line(record, ID)).get("type_uid");
  }

  @Test
  void aHandshakeIsAConnectionWithItsEnds() {
    RecordTree line =
        line(
            """
            {"time":"2026-11-23T23:11:23.200Z","kind":"tls.handshake","seq":4,"mode":"audit",
            "verdict":"violation","action":"would-block","rules":["tls.forward-secrecy"],
            "rule":"tls.forward-secrecy","reason":"server chose it","direction":"out",
            "peer":{"host":"db.internal","ip":"10.0.4.17","port":1433},"local":{"ip":"10.0.0.9","port":50001},
            "tls":{"version":"TLSv1.2","cipher":"SSL_RSA_WITH_RC4_128_SHA","resumed":false,
            "durationMillis":7,"engine":"SSLSocket"},"policy":{"profile":"aws-outposts","digest":"sha256:1"},
            "service":"orders","instance":"host-1","pid":5093}\
            """);

    assertThat(line.get("time")).isEqualTo(1795475483200L);
    assertThat(line.get("severity_id")).isEqualTo(4L);
    assertThat(line.get("dst_endpoint.hostname")).isEqualTo("db.internal");
    assertThat(line.get("src_endpoint.ip")).isEqualTo("10.0.0.9");
    assertThat(line.get("connection_info.direction_id")).isEqualTo(2L);
    assertThat(line.get("connection_info.protocol_num")).isEqualTo(6L);
    assertThat(line.get("tls.cipher")).isEqualTo("TLS_RSA_WITH_RC4_128_SHA");
    assertThat(line.get("tls.handshake_dur")).isEqualTo(7L);
    assertThat(line.get("unmapped.stockade.tls.cipher")).isEqualTo("SSL_RSA_WITH_RC4_128_SHA");
    assertThat(line.get("unmapped.stockade.peer")).isNull();
    assertThat(line.get("action_id")).isEqualTo(3L);
    assertThat(line.get("disposition_id")).isEqualTo(15L);
    assertThat(line.get("firewall_rule.uid")).isEqualTo("tls.forward-secrecy");
    assertThat(line.get("is_alert")).isEqualTo(true);
  }

  @Test
  void anAnswerHasItsStatusAndRequestId() {
    RecordTree line =
        line(
            SampleRecords.lines().stream()
                .filter(one -> one.contains("SignatureDoesNotMatch"))
                .findFirst()
                .orElseThrow());

    assertThat(line.get("class_uid")).isEqualTo(6003L);
    assertThat(line.get("http_response.code")).isEqualTo(403L);
    assertThat(line.get("api.request.uid")).isEqualTo("4442587FB7D0A2F9");
    assertThat(line.get("api.response.error")).isEqualTo("SignatureDoesNotMatch");
    assertThat(line.get("status_id")).isEqualTo(2L);
  }

  @Test
  void aCertificateIsOne() {
    RecordTree line =
        line(
            SampleRecords.lines().stream()
                .filter(one -> one.contains("\"tls.certificate\""))
                .findFirst()
                .orElseThrow());

    assertThat(line.text("tls.certificate.issuer")).isNotEmpty();
    assertThat(line.text("tls.certificate.serial_number")).isNotEmpty();
    assertThat(line.get("unmapped.stockade.x509")).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "allowed, 1, 1, false",
    "would-harden, 3, 17, false",
    "would-block, 3, 15, false",
    "hardened, 4, 11, true",
    "blocked, 2, 2, true",
    "failed, 1, 1, false",
    "failed-after-narrowing, 4, 11, true",
    "unheard-of, 99, 99, false"
  })
  void anActionIsADisposition(String action, long id, long disposition, boolean applied) {
    RecordTree line =
        line(
            "{\"time\":\"2026-11-23T23:11:23.200Z\",\"kind\":\"tls.failed\",\"action\":\""
                + action
                + "\",\"policy\":{\"profile\":\"p\"}}");

    assertThat(List.of(line.get("action_id"), line.get("disposition_id")))
        .isEqualTo(List.of(id, disposition));
    assertThat(line.get("policy.is_applied")).isEqualTo(applied);
  }

  private static RecordTree line(String record) {
    String line = RecordForm.OCSF.line(SampleRecords.tree(record), ID);
    assertThat(OcsfSchemas.errors(line)).describedAs(line).isEmpty();
    return SampleRecords.tree(line);
  }
}
