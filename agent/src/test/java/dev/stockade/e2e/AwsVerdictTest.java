package dev.stockade.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Unmodified SDK programs: one right verdict for each call, and in enforce only bad calls fail. */
class AwsVerdictTest {
  /**
   * What a record must say.
   *
   * @param rule null where nothing is blocked
   * @param says a part of the reason; null where that does not matter
   */
  private record Expected(String operation, String signature, String rule, String says) {}

  private static Map<String, Expected> calls(AwsSdk sdk) {
    Map<String, Expected> calls = new LinkedHashMap<>();
    calls.put("s3-get", good("GetObject"));
    calls.put("s3-put", good("PutObject"));
    calls.put("s3-list", good("ListObjectsV2"));
    calls.put("s3-head", good("HeadBucket"));
    calls.put("s3-get-slashes", good("GetObject"));
    calls.put("s3-put-unicode@static", good("PutObject"));
    calls.put("dynamodb-put", good("PutItem"));
    calls.put("dynamodb-get", good("GetItem"));
    calls.put("sts-identity", good("GetCallerIdentity"));
    calls.put("sts-role", good("AssumeRole"));
    calls.put("dynamodb-put@trace", good("PutItem"));
    calls.put("dynamodb-get@wrong-secret", good("GetItem"));
    calls.put("presigned-get", good("GetObject"));
    calls.put("s3-get@unsigned", new Expected("GetObject", "not-needed", null, null));
    calls.put(
        "sts-web-identity@unsigned",
        new Expected("AssumeRoleWithWebIdentity", "not-needed", null, null));
    calls.put(
        "dynamodb-put@unsigned", new Expected("PutItem", "missing", "aws.unsigned", "credential"));
    calls.put("s3-put@path", changed("PutObject", "path"));
    calls.put("s3-get@query", changed("GetObject", "query"));
    calls.put("s3-get@header", changed("GetObject", "amz-sdk-invocation-id"));
    calls.put("s3-put@payload-hash", changed("PutObject", "payload"));
    calls.put("s3-get@signature", changed("GetObject", null));
    calls.put("presigned-get@query", changed("GetObject", "query"));
    if (sdk.sendsInClear()) {
      calls.put("s3-get@clear", new Expected("GetObject", "valid", "aws.cleartext", "TLS"));
    }
    if (sdk.hasKinesis()) {
      calls.put("kinesis-put", good("PutRecord"));
    }
    return calls;
  }

  private static Expected good(String operation) {
    return new Expected(operation, "valid", null, null);
  }

  private static Expected changed(String operation, String what) {
    return new Expected(operation, "mismatch", "aws.signature.mismatch", what);
  }

  static List<AwsSdk> sdks() {
    return AwsSdk.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sdks")
  void inAuditEachCallHasItsVerdict(AwsSdk sdk) throws Exception {
    Map<String, Expected> calls = calls(sdk);
    try (AwsServer server = new AwsServer()) {
      Outcome audit = run(sdk, server, "audit", calls);

      assertThat(audit.out())
          .containsExactlyElementsOf(calls.keySet().stream().map(call -> call + " ok").toList());
      assertThat(server.requests()).hasSameSizeAs(calls.keySet());
      assertThat(audit.awsRequests()).describedAs("%s", audit).isEqualTo(calls.size());
      List<JsonObject> records = audit.records("aws.request");
      int at = 0;
      for (Map.Entry<String, Expected> call : calls.entrySet()) {
        at = find(records, at, call.getKey(), call.getValue(), "would-block");
      }
      assertNothingSecret(audit);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sdks")
  void inEnforceOnlyBadCallsFail(AwsSdk sdk) throws Exception {
    Map<String, Expected> calls = calls(sdk);
    try (AwsServer server = new AwsServer()) {
      Outcome enforce = run(sdk, server, "enforce", calls);

      List<String> good = new ArrayList<>();
      for (Map.Entry<String, Expected> call : calls.entrySet()) {
        String line = enforce.lineFor(call.getKey());
        if (call.getValue().rule() == null) {
          good.add(call.getKey());
          assertThat(line).describedAs("%s", enforce).isEqualTo(call.getKey() + " ok");
        } else {
          assertThat(line)
              .contains(" failed ", "stockade: blocked AWS request " + call.getValue().operation())
              .contains(call.getValue().rule());
        }
      }
      assertThat(server.requests()).hasSameSizeAs(good);
      assertNothingSecret(enforce);
    }
  }

  /** Equal facts are folded, so a record may stand for a later call, too: looked for from there. */
  private static int find(
      List<JsonObject> records, int from, String call, Expected expected, String action) {
    for (int i = from; i < records.size(); i++) {
      if (matches(records.get(i), expected, action)) {
        return i;
      }
    }
    for (int i = 0; i < from; i++) {
      if (expected.rule() == null && matches(records.get(i), expected, action)) {
        return from;
      }
    }
    throw new AssertionError("no record of " + call + " after " + from + " in " + records);
  }

  private static boolean matches(JsonObject record, Expected expected, String action) {
    return (expected.operation() == null
            || expected.operation().equals(Records.text(record, "aws.operation")))
        && expected.signature().equals(Records.text(record, "aws.signature"))
        && (expected.rule() == null ? "allowed" : action).equals(Records.text(record, "action"))
        && (expected.rule() == null
            || record.get("rules").toString().contains("\"" + expected.rule() + "\""))
        && (expected.says() == null || Records.text(record, "reason").contains(expected.says()));
  }

  private static void assertNothingSecret(Outcome outcome) {
    assertThat(outcome.toString())
        .doesNotContain("the-secret", "the-token", "not-the-secret", "AWS4-HMAC", "STOCKADE0000")
        .doesNotContain("X-Amz-Signature");
  }

  private static Outcome run(AwsSdk sdk, AwsServer server, String mode, Map<String, Expected> calls)
      throws Exception {
    ChildJvm child =
        server
            .reach(ChildJvm.on(Jdk.running()).shortLived())
            .agent(Launch.JAVAAGENT, "mode=" + mode);
    return sdk.start(child, new ArrayList<>(calls.keySet())).outcome().assertHostLived();
  }
}
