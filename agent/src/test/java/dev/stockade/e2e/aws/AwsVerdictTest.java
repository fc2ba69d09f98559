package dev.stockade.e2e.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.AwsServer;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Unmodified SDK programs: one right verdict for each call, and in enforce only bad calls fail. */
@Tag("matrix")
class AwsVerdictTest {
  /**
   * What a record must say.
   *
   * @param operation null where it is in a body that the transport does not hold in memory
   * @param rule null where nothing is blocked
   * @param says a part of the reason
   */
  private record Expected(
      String service, String operation, String signature, String rule, String says) {}

  private static Map<String, Expected> calls(AwsSdk sdk) {
    Map<String, Expected> calls = new LinkedHashMap<>();
    calls.put("s3-get", good("s3", "GetObject"));
    calls.put("s3-put", good("s3", "PutObject"));
    calls.put("s3-list", good("s3", "ListObjectsV2"));
    calls.put("s3-head", good("s3", "HeadBucket"));
    calls.put("s3-get-slashes", good("s3", "GetObject"));
    calls.put("s3-put-unicode@static", good("s3", "PutObject"));
    calls.put("dynamodb-put", good("dynamodb", "PutItem"));
    calls.put("dynamodb-get", good("dynamodb", "GetItem"));
    calls.put("sts-identity", good("sts", null));
    calls.put("sts-role", good("sts", null));
    calls.put("dynamodb-put@trace", good("dynamodb", "PutItem"));
    calls.put("dynamodb-get@wrong-secret", good("dynamodb", "GetItem"));
    calls.put("presigned-get", good("s3", "GetObject"));
    calls.put("s3-get@unsigned", new Expected("s3", "GetObject", "not-needed", null, null));
    calls.put("sts-web-identity@unsigned", new Expected("sts", null, "not-needed", null, null));
    calls.put(
        "dynamodb-put@unsigned",
        new Expected("dynamodb", "PutItem", "missing", "aws.unsigned", "credential"));
    calls.put("s3-put@path", changed("PutObject", "path"));
    calls.put("s3-get@query", changed("GetObject", "query"));
    calls.put("s3-get@header", changed("GetObject", "amz-sdk-invocation-id"));
    calls.put("s3-put@payload-hash", changed("PutObject", "payload"));
    calls.put("s3-get@signature", changed("GetObject", ""));
    calls.put("presigned-get@query", changed("GetObject", "query"));
    if (sdk.sendsInClear()) {
      calls.put("s3-get@clear", new Expected("s3", "GetObject", "valid", "aws.cleartext", "TLS"));
    }
    if (sdk.hasKinesis()) {
      calls.put("kinesis-put", good("kinesis", "PutRecord"));
    }
    return calls;
  }

  private static Expected good(String service, String operation) {
    return new Expected(service, operation, "valid", null, null);
  }

  private static Expected changed(String operation, String what) {
    return new Expected("s3", operation, "mismatch", "aws.signature.mismatch", what);
  }

  /** Every SDK and transport on one JDK, some of each kind on the others. */
  static List<Arguments> cells() {
    List<Arguments> cells = new ArrayList<>();
    AwsSdk.all().forEach(sdk -> cells.add(Arguments.of(sdk, Jdk.running())));
    int number = 0;
    for (AwsSdk sdk : AwsSdk.onEveryJdk()) {
      for (Jdk jdk : Jdk.matrix(number++)) {
        if (!jdk.equals(Jdk.running())) {
          cells.add(Arguments.of(sdk, jdk));
        }
      }
    }
    return cells;
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cells")
  void inAuditEachCallHasItsVerdictAndInEnforceOnlyBadOnesFail(AwsSdk sdk, Jdk jdk)
      throws Exception {
    Map<String, Expected> calls = calls(sdk);
    try (AwsServer auditServer = new AwsServer();
        AwsServer enforceServer = new AwsServer()) {
      // One after the other: a refusal races with the client's own threads where CPU is scarce.
      ChildJvm audit = start(sdk, jdk, auditServer, "audit", calls);
      assertEachHasItsVerdict(audit.outcome().assertHostLived(), auditServer, calls);
      ChildJvm enforce = start(sdk, jdk, enforceServer, "enforce", calls);
      assertOnlyBadOnesFail(enforce.outcome().assertHostLived(), enforceServer, calls);
    }
  }

  private static void assertEachHasItsVerdict(
      Outcome audit, AwsServer server, Map<String, Expected> calls) {
    assertThat(audit.out())
        .containsExactlyElementsOf(calls.keySet().stream().map(call -> call + " ok").toList());
    assertThat(server.requests()).hasSameSizeAs(calls.keySet());
    assertThat(audit.awsRequests()).describedAs("%s", audit).isEqualTo(calls.size());
    assertRecorded(audit.records("aws.request"), calls);
    assertThat(audit.records("aws.unseen")).isEmpty();
    assertNothingSecret(audit);
  }

  private static void assertOnlyBadOnesFail(
      Outcome enforce, AwsServer server, Map<String, Expected> calls) {
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
    assertThat(enforce.err()).noneMatch(line -> line.startsWith("second failure"));
    assertNothingSecret(enforce);
  }

  /** Violations stand one by one in the order of the calls; what passes may be folded. */
  private static void assertRecorded(List<JsonObject> records, Map<String, Expected> calls) {
    List<JsonObject> violations =
        records.stream().filter(record -> action(record).equals("would-block")).toList();
    List<Expected> bad = calls.values().stream().filter(call -> call.rule() != null).toList();
    assertThat(violations).hasSameSizeAs(bad);
    for (int i = 0; i < bad.size(); i++) {
      JsonObject record = violations.get(i);
      assertThat(Records.text(record, "aws.operation")).isEqualTo(bad.get(i).operation());
      assertThat(Records.text(record, "aws.signature")).isEqualTo(bad.get(i).signature());
      assertThat(record.get("rules").toString()).contains('"' + bad.get(i).rule() + '"');
      assertThat(Records.text(record, "reason")).contains(bad.get(i).says());
    }
    for (Expected good : new LinkedHashSet<>(calls.values())) {
      if (good.rule() == null) {
        assertThat(times(records, good))
            .describedAs("%s in %s", good, records)
            .isEqualTo(calls.values().stream().filter(good::equals).count());
      }
    }
  }

  private static long times(List<JsonObject> records, Expected good) {
    return records.stream()
        .filter(record -> action(record).equals("allowed"))
        .filter(record -> good.service().equals(Records.text(record, "aws.service")))
        .filter(record -> good.signature().equals(Records.text(record, "aws.signature")))
        .filter(
            record ->
                good.operation() == null
                    || good.operation().equals(Records.text(record, "aws.operation")))
        .mapToLong(record -> record.has("count") ? record.get("count").getAsLong() : 1)
        .sum();
  }

  private static String action(JsonObject record) {
    return Records.text(record, "action");
  }

  private static void assertNothingSecret(Outcome outcome) {
    assertThat(outcome.toString())
        .doesNotContain("the-secret", "the-token", "not-the-secret", "AWS4-HMAC", "STOCKADE0000")
        .doesNotContain("X-Amz-Signature");
  }

  private static ChildJvm start(
      AwsSdk sdk, Jdk jdk, AwsServer server, String mode, Map<String, Expected> calls)
      throws Exception {
    ChildJvm child = server.reach(ChildJvm.on(jdk)).agent(Launch.JAVAAGENT, "mode=" + mode);
    return sdk.start(child, new ArrayList<>(calls.keySet()));
  }
}
