package dev.stockade.e2e.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.AwsServer;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Records;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calls that AWS takes without a signature pass in enforce, and the records say why. */
class AwsUnsignedCallsTest {
  /** The credential that a record must name. */
  private static final Map<String, String> CREDENTIAL_BY_HOST =
      Map.of(
          "bedrock-runtime.eu-west-1.amazonaws.com", "other",
          "logs.eu-west-1.amazonaws.com", "other",
          "codecatalyst.global.api.aws", "other",
          "cognito-identity.eu-west-1.amazonaws.com", "none",
          "sts.eu-west-1.amazonaws.com", "none",
          "orders.s3.eu-west-1.amazonaws.com", "none",
          "169.254.169.254", "none");

  private static final List<String> CALLS =
      List.of(
          "bedrock-bearer",
          "otlp-bearer",
          "codecatalyst-bearer",
          "cognito-id",
          "web-identity",
          "s3-anonymous",
          "imds",
          "imds-v1");

  @Test
  void noneIsRefused() throws Exception {
    try (AwsServer server = new AwsServer()) {
      Outcome enforce =
          server
              .reach(ChildJvm.on(Jdk.running()))
              .agent(Launch.JAVAAGENT, "mode=enforce")
              .start("AwsUrlCalls", CALLS.toArray(String[]::new))
              .outcome()
              .assertHostLived();

      assertThat(enforce.out())
          .containsExactlyElementsOf(CALLS.stream().map(call -> call + " ok").toList());
      assertThat(server.requests()).hasSameSizeAs(CALLS);
      List<JsonObject> records = enforce.records("aws.request");
      assertThat(records).hasSameSizeAs(CALLS);
      for (JsonObject record : records) {
        assertThat(Records.text(record, "aws.signature")).isEqualTo("not-needed");
        assertThat(Records.text(record, "aws.credential"))
            .describedAs("%s", record)
            .isEqualTo(CREDENTIAL_BY_HOST.get(Records.text(record, "http.host")));
      }
      assertThat(records)
          .filteredOn(record -> record.has("rules"))
          .singleElement()
          .satisfies(
              record -> assertThat(record.get("rules").toString()).isEqualTo("[\"aws.imds-v1\"]"));
    }
  }
}
