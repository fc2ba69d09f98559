package dev.stockade.e2e.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.AwsServer;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** HttpURLConnection and java.net.http: each request is judged once, a refused one never leaves. */
@Tag("matrix")
class JdkHttpClientsTest {
  private static final String[] URL_CALLS = {
    "s3-anonymous",
    "dynamodb-unsigned",
    "s3-anonymous",
    "s3-clear",
    "cognito-id",
    "web-identity",
    "bedrock-bearer",
    "s3-anonymous"
  };

  private static final String[] JDK_CALLS = {
    "1.1:anonymous",
    "1.1:unsigned",
    "1.1:anonymous",
    "2:anonymous",
    "2:unsigned",
    "2:anonymous",
    "2:async:unsigned",
    "1.1:async:unsigned",
    "1.1:clear",
    "2:async:anonymous"
  };

  static List<Arguments> cases() {
    List<Arguments> cases = new ArrayList<>();
    for (Launch launch : Launch.values()) {
      cases.addAll(cases(launch, JdkClient.URL_CONNECTION, URL_CALLS));
      cases.addAll(cases(launch, JdkClient.JAVA_NET_HTTP, JDK_CALLS));
    }
    return cases;
  }

  private static List<Arguments> cases(Launch launch, JdkClient it, String[] calls) {
    return it.jdks().stream()
        .map(jdk -> Arguments.of(jdk, launch, it.program, calls, it.client))
        .toList();
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("cases")
  void inAuditEachRequestIsRecordedOnce(
      Jdk jdk, Launch launch, String program, String[] calls, String client) throws Exception {
    try (AwsServer server = new AwsServer()) {
      Outcome plain = server.reach(ChildJvm.on(jdk)).start(program, calls).outcome();
      server.forget();

      Outcome audit = run(server, jdk, launch, "mode=audit", program, calls).assertHostLived();

      assertThat(audit.calls()).isEqualTo(plain.calls()).hasSameSizeAs(calls);
      assertThat(audit.awsRequests()).isEqualTo(server.requests().size());
      assertThat(audit.records("aws.request"))
          .allSatisfy(record -> assertThat(Records.text(record, "http.client")).isEqualTo(client));
      assertThat(audit.records("aws.blocked")).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("cases")
  void inEnforceARefusedRequestNeverLeaves(
      Jdk jdk, Launch launch, String program, String[] calls, String client) throws Exception {
    try (AwsServer server = new AwsServer()) {
      Outcome enforce = run(server, jdk, launch, "mode=enforce", program, calls).assertHostLived();

      for (int i = 0; i < calls.length; i++) {
        String line = enforce.calls().get(i);
        if (isGood(calls[i])) {
          assertThat(line).contains(" ok");
        } else {
          assertThat(line).startsWith(calls[i] + " failed " + thrown(jdk, calls[i]) + ": ");
          assertThat(line)
              .contains("javax.net.ssl.SSLPeerUnverifiedException: stockade: blocked AWS request");
        }
      }
      long refused = Stream.of(calls).filter(call -> !isGood(call)).count();
      assertThat(server.requests()).hasSize(calls.length - (int) refused);
      List<JsonObject> blocked = enforce.records("aws.blocked");
      assertThat(blocked).hasSize((int) refused);
      assertThat(blocked)
          .allSatisfy(record -> assertThat(Records.text(record, "action")).isEqualTo("blocked"));
    }
  }

  /** java.net.http wraps what its sender threw, each way to send in its own. */
  private static String thrown(Jdk jdk, String call) {
    if (!call.contains(":")) {
      return "javax.net.ssl.SSLPeerUnverifiedException";
    }
    if (call.contains("async:")) {
      return "java.util.concurrent.ExecutionException";
    }
    return jdk.feature() < 17 ? "java.io.IOException" : "javax.net.ssl.SSLException";
  }

  private static boolean isGood(String call) {
    return !call.endsWith("unsigned") && !call.endsWith("clear");
  }

  private static Outcome run(
      AwsServer server, Jdk jdk, Launch launch, String options, String program, String[] calls)
      throws Exception {
    return server.reach(ChildJvm.on(jdk)).agent(launch, options).start(program, calls).outcome();
  }
}
