package dev.stockade.e2e.aws;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.AwsRequest;
import dev.stockade.e2e.kit.AwsServer;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Library;
import dev.stockade.e2e.kit.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The S3 client of Pekko Connectors, with a signer of its own: its requests have the verdict that
 * S3Proxy gives, and what is wrong does not go to AWS.
 */
@Tag("matrix")
@Tag("servers")
class PekkoS3Test {
  private static final Library CONNECTORS =
      Library.of(
              "org.slf4j:slf4j-nop:1.7.36",
              "org.apache.pekko:pekko-connectors-s3_2.13:1.0.2",
              "org.scala-lang.modules:scala-xml_2.13:2.1.0")
          // For lists of objects, which are not asked for.
          .without("org.apache.pekko:pekko-http-xml_2.13");

  private static final List<String> GOOD =
      List.of("s3-get", "s3-put", "s3-head", "s3-put-unicode", "s3-get-unicode");
  private static final List<String> BAD = List.of("s3-get@wrong-secret", "s3-put@wrong-secret");
  private static final String UNSIGNED = "s3-get@unsigned";
  private static final String CLEAR = "s3-put@clear";

  static List<Jdk> jdks() {
    return Jdk.matrix().stream().filter(jdk -> jdk.feature() >= 11).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void whatS3ProxyAcceptsIsValidAndWhatItRefusesIsNot(Jdk jdk) throws Exception {
    jdk.java();
    try (S3ProxyServer server = new S3ProxyServer()) {
      List<String> calls = Stream.concat(GOOD.stream(), BAD.stream()).toList();
      Outcome audit = start(server.reach(ChildJvm.on(jdk)), "audit", calls).assertHostLived();

      for (String call : calls) {
        assertThat(audit.lineFor(call).endsWith(" ok"))
            .describedAs("%s in %s", call, audit)
            .isEqualTo(GOOD.contains(call));
      }
      assertThat(signatures(audit, "valid")).describedAs("%s", audit).isEqualTo(GOOD.size());
      assertThat(signatures(audit, "mismatch")).describedAs("%s", audit).isEqualTo(BAD.size());
      assertThat(audit.awsRequests()).isEqualTo(calls.size());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void whatIsWrongIsAViolationAndDoesNotGoToAws(Jdk jdk) throws Exception {
    jdk.java();
    List<String> good = new ArrayList<>(GOOD);
    good.add(UNSIGNED);
    List<String> bad = new ArrayList<>(BAD);
    bad.add(CLEAR);
    List<String> calls = Stream.concat(good.stream(), bad.stream()).toList();
    try (AwsServer auditServer = new AwsServer();
        AwsServer enforceServer = new AwsServer()) {
      Outcome audit = start(auditServer.reach(ChildJvm.on(jdk)), "audit", calls).assertHostLived();
      Outcome enforce =
          start(enforceServer.reach(ChildJvm.on(jdk)), "enforce", calls).assertHostLived();

      assertThat(audit.out()).isEqualTo(calls.stream().map(call -> call + " ok").toList());
      assertThat(audit.records("aws.request"))
          .allMatch(record -> text(record, "http.client").equals("pekko-http"));
      assertThat(signatures(audit, "valid"))
          .describedAs("good ones and the one in the clear: %s", audit)
          .isEqualTo(GOOD.size() + 1);
      assertThat(signatures(audit, "mismatch")).describedAs("%s", audit).isEqualTo(BAD.size());
      assertThat(signatures(audit, "not-needed")).describedAs("%s", audit).isEqualTo(1);
      for (String call : good) {
        assertThat(enforce.lineFor(call)).describedAs("%s", enforce).isEqualTo(call + " ok");
      }
      for (String call : bad) {
        assertThat(enforce.lineFor(call))
            .describedAs("%s", enforce)
            .contains("javax.net.ssl.SSLPeerUnverifiedException: stockade: blocked AWS request")
            .contains(call.equals(CLEAR) ? "aws.cleartext" : "aws.signature.mismatch");
      }
      assertThat(targets(enforceServer))
          .isEqualTo(targets(auditServer).subList(0, good.size()))
          .doesNotContain("");
    }
  }

  private static List<String> targets(AwsServer server) {
    return server.requests().stream().map(AwsRequest::target).toList();
  }

  private static Outcome start(ChildJvm child, String mode, List<String> calls) throws Exception {
    return child
        .library(CONNECTORS)
        // A signer that is no SDK's shows no key; then these are asked.
        .with("-Daws.accessKeyId=ASIASTOCKADE00000001", "-Daws.secretAccessKey=the-secret")
        .with("-Dpekko.loglevel=OFF", "-Dpekko.stdout-loglevel=OFF")
        .agent(Launch.JAVAAGENT, "mode=" + mode)
        .start("PekkoS3Calls", calls.toArray(String[]::new))
        .outcome();
  }

  private static long signatures(Outcome outcome, String state) {
    return outcome.records("aws.request").stream()
        .filter(record -> state.equals(text(record, "aws.signature")))
        .mapToLong(PekkoS3Test::times)
        .sum();
  }

  private static long times(JsonObject record) {
    return record.has("count") ? record.get("count").getAsLong() : 1;
  }
}
