package dev.stockade.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;
import dev.stockade.journal.format.RecordTree;
import dev.stockade.journal.format.SampleRecords;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Records as OpenTelemetry's own classes read them, which refuse a name that they do not know. */
class OtlpFormatTest {
  private static final String ID = "ab".repeat(32);

  @Test
  void everyRecordIsARequestWithOneLogRecord() throws Exception {
    for (RecordTree record : SampleRecords.trees()) {
      LogRecord log = read(record);

      assertThat(log.getEventName()).isEqualTo("stockade." + record.get("kind"));
      assertThat(log.getTimeUnixNano()).isPositive();
      List<String> names = log.getAttributesList().stream().map(KeyValue::getKey).toList();
      assertThat(names).doesNotHaveDuplicates().contains("log.record.uid", "stockade.kind");
    }
  }

  @Test
  void aHandshakeHasTheNamesOfTheConventions() throws Exception {
    Map<String, String> attributes =
        attributes(
            """
            {"time":"2026-11-23T23:11:23.200Z","kind":"tls.handshake","seq":4,"mode":"audit",
            "verdict":"violation","action":"would-block","rules":["tls.min-version"],"direction":"out",
            "peer":{"host":"db.internal","ip":"10.0.4.17","port":1433,"sni":"db.internal"},
            "tls":{"version":"TLSv1","cipher":"SSL_RSA_WITH_RC4_128_SHA","resumed":true},
            "code":{"class":"com.acme.Dao","method":"load","jar":"acme.jar"}}\
            """);

    assertThat(attributes)
        .containsEntry("tls.protocol.name", "tls")
        .containsEntry("tls.protocol.version", "1.0")
        .containsEntry("tls.cipher", "TLS_RSA_WITH_RC4_128_SHA")
        .containsEntry("stockade.tls.cipher", "SSL_RSA_WITH_RC4_128_SHA")
        .containsEntry("server.address", "db.internal")
        .containsEntry("network.peer.address", "10.0.4.17")
        .containsEntry("stockade.peer.sni", "db.internal")
        .containsEntry("security_rule.name", "tls.min-version")
        .containsEntry("code.function.name", "com.acme.Dao.load")
        .containsEntry("stockade.code.jar", "acme.jar")
        .containsEntry("stockade.direction", "out");
  }

  @Test
  void anAnswerHasItsStatusAndError() throws Exception {
    String answer =
        SampleRecords.lines().stream()
            .filter(line -> line.contains("SignatureDoesNotMatch"))
            .findFirst()
            .orElseThrow();

    assertThat(attributes(answer))
        .containsEntry("rpc.method", "s3/PutObject")
        .containsEntry("cloud.region", "eu-west-1")
        .containsEntry("http.response.status_code", "403")
        .containsEntry("error.type", "SignatureDoesNotMatch")
        .containsEntry("stockade.aws.accessKey", "\u20269876");
  }

  private static Map<String, String> attributes(String line) throws Exception {
    return read(SampleRecords.tree(line)).getAttributesList().stream()
        .collect(
            Collectors.toMap(
                KeyValue::getKey,
                one ->
                    one.getValue().hasStringValue()
                        ? one.getValue().getStringValue()
                        : one.getValue().hasIntValue()
                            ? "" + one.getValue().getIntValue()
                            : one.getValue().toString()));
  }

  private static LogRecord read(RecordTree record) throws Exception {
    ExportLogsServiceRequest.Builder request = ExportLogsServiceRequest.newBuilder();
    JsonFormat.parser().merge(new OtlpFormat().line(record, ID, new Losses()), request);
    return request.getResourceLogs(0).getScopeLogs(0).getLogRecords(0);
  }
}
