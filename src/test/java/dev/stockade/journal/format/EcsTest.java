package dev.stockade.journal.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Records as events of ECS 9, held against its list of fields. */
class EcsTest {
  private static final String ID = "ab".repeat(32);

  @Test
  void everyFieldIsOneOfEcsOrBelowStockade() {
    for (RecordTree record : SampleRecords.trees()) {
      String line = RecordForm.ECS.line(record, ID);

      assertThat(EcsFields.errors(line)).describedAs(line).isEmpty();
    }
  }

  @Test
  void aViolationIsAnAlertWithItsRule() {
    RecordTree line =
        line(
            """
            {"time":"2026-11-23T23:11:23.200Z","kind":"tls.blocked","seq":4,"verdict":"violation",
            "action":"blocked","rules":["tls.dh-size","tls.min-version"],"reason":"too old",
            "direction":"in","peer":{"host":"10.0.0.8","ip":"10.0.0.8"},"local":{"ip":"10.0.0.1","port":8443},
            "tls":{"version":"TLSv1","cipher":"SSL_RSA_WITH_RC4_128_SHA","dhBits":1024,"engine":"SSLSocket"},
            "policy":{"profile":"aws-outposts"},"service":"orders","instance":"host-1","pid":5093}\
            """);

    assertThat(line.get("event.kind")).isEqualTo("alert");
    assertThat(line.get("event.outcome")).isEqualTo("failure");
    assertThat(line.texts("event.type")).containsExactly("connection", "denied");
    assertThat(line.get("rule.id")).isEqualTo("tls.min-version");
    assertThat(line.get("network.direction")).isEqualTo("ingress");
    assertThat(line.get("tls.version")).isEqualTo("1.0");
    assertThat(line.get("tls.established")).isEqualTo(false);
    assertThat(line.get("source.ip")).isEqualTo("10.0.0.8");
    assertThat(line.get("source.domain")).isNull();
    assertThat(line.get("destination.port")).isEqualTo(8443L);
    assertThat(line.get("stockade.tls.dh_bits")).isEqualTo(1024L);
    assertThat(line.get("stockade.tls.dhBits")).isNull();
  }

  @Test
  void aKeysEndIsNeverCalledAKey() {
    assertThat(SampleRecords.trees().stream().map(one -> RecordForm.ECS.line(one, ID)))
        .anyMatch(line -> line.contains("\"access_key_tail\":\"\u2026"))
        .noneMatch(line -> line.contains("accessKey"));
  }

  @Test
  void aLeafIsInTheFieldsOfItsSide() {
    RecordTree line =
        line(
            SampleRecords.lines().stream()
                .filter(one -> one.contains("\"tls.certificate\""))
                .findFirst()
                .orElseThrow()
                .replace("\"position\":1", "\"position\":0"));

    assertThat(line.text("tls.server.hash.sha256") + line.text("tls.client.hash.sha256"))
        .isNotEqualTo("nullnull");
  }

  private static RecordTree line(String record) {
    String line = RecordForm.ECS.line(SampleRecords.tree(record), ID);
    assertThat(EcsFields.errors(line)).describedAs(line).isEmpty();
    return SampleRecords.tree(line);
  }
}
