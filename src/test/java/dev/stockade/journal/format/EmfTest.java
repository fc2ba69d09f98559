package dev.stockade.journal.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import dev.stockade.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records in CloudWatch's embedded metric format, held against its schema. */
class EmfTest {
  private static final String ID = "ab".repeat(32);

  @Test
  void everyLineWithMetricsIsOneOfTheFormat() throws IOException {
    String schema = Files.readString(TestData.file("schemas/emf.schema.json"));
    Validator validator =
        new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory()).createValidator();
    var uri = validator.registerSchema(schema);
    int checked = 0;
    for (RecordTree record : SampleRecords.trees()) {
      String line = RecordForm.EMF.line(record, ID);
      if (line.startsWith("{\"_aws\"")) {
        checked++;
        assertThat(validator.validate(uri, line).isValid()).describedAs(line).isTrue();
        assertNamesWhatItHas(SampleRecords.tree(line));
      }
    }
    assertThat(checked).isGreaterThan(20);
  }

  private static void assertNamesWhatItHas(RecordTree line) {
    for (Object one : (List<?>) line.get("_aws.CloudWatchMetrics")) {
      RecordTree directive = RecordTree.of((Map<?, ?>) one);
      for (Object set : (List<?>) directive.get("Dimensions")) {
        assertThat((List<?>) set)
            .allMatch(name -> line.text(name.toString()).matches("[^:][ -~]{0,1023}"));
      }
      for (Object metric : (List<?>) directive.get("Metrics")) {
        assertThat(line.get(((Map<?, ?>) metric).get("Name").toString())).isInstanceOf(Long.class);
      }
    }
  }

  @Test
  void aFoldCountsAsOftenAsItStandsForAndWhenItWasLastSeen() {
    RecordTree line =
        line(
            """
            {"time":"2026-11-23T23:14:06.713Z","kind":"tls.handshake","verdict":"pass","action":"hardened",
            "service":"orders","count":29,"first":"2026-11-23T23:13:06.000Z",
            "last":"2026-11-23T23:14:05.704Z"}\
            """);

    assertThat(line.get("Handshakes")).isEqualTo(29L);
    assertThat(line.get("_aws.Timestamp")).isEqualTo(1795475645704L);
    assertThat(line.get("Profile")).isEqualTo("unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "tls.failed, pass, failed, Handshakes FailedHandshakes",
    "tls.blocked, violation, blocked, Handshakes Violations Blocked",
    "aws.request, violation, would-block, AwsRequests Violations",
    "aws.blocked, violation, blocked, AwsRequests Violations Blocked",
    "tamper, warn, '', Tampering",
    "canary.change, warn, '', CanaryRollbacks",
    "dropped, '', '', DroppedRecords",
    "lifecycle, '', '', ''",
    "tls.certificate, note, '', ''"
  })
  void eachKindIsCountedAsWhatItIs(String kind, String verdict, String action, String metrics) {
    Map<String, String> record =
        Map.of(
            "time", "2026-11-23T23:14:06.713Z", "kind", kind, "verdict", verdict, "action", action);

    RecordTree line = line(new Gson().toJson(record));

    assertThat(line.members().keySet().stream().filter(name -> name.matches("[A-Z].*s|[BT][a-z]+")))
        .containsExactlyInAnyOrder(metrics.isEmpty() ? new String[0] : metrics.split(" "));
    assertThat(line.has("_aws")).isEqualTo(!metrics.isEmpty());
  }

  @Test
  void aDimensionIsPlainWhateverTheServiceIsCalled() {
    RecordTree line =
        line(
            "{\"time\":\"2026-11-23T23:14:06.713Z\",\"kind\":\"tamper\",\"service\":\":a\\n\\u202e"
                + "z".repeat(2000)
                + "\"}");

    assertThat(line.text("ServiceName")).hasSize(1024).matches("_a__z+");
  }

  private static RecordTree line(String record) {
    return SampleRecords.tree(RecordForm.EMF.line(SampleRecords.tree(record), ID));
  }
}
