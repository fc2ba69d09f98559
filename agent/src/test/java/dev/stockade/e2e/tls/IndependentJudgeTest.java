package dev.stockade.e2e.tls;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.aws.S3ProxyServer;
import dev.stockade.e2e.aws.S3ProxyServerTest;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Library;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our verdict is the answer of a server that verifies signatures, S3Proxy, and not of our making.
 */
@Tag("servers")
class IndependentJudgeTest {
  /** Signed with the credentials that the server knows; an unknown key is not ours to refuse. */
  private static final List<String> CALLS =
      List.of(
          "s3-get",
          "s3-put",
          "s3-list",
          "s3-head",
          "s3-put-unicode",
          "s3-put@trace",
          "s3-get@header",
          "s3-put@header",
          "s3-get@path",
          "s3-put@path",
          "s3-list@query",
          "s3-get@signature",
          "s3-put@payload-hash");

  private static S3ProxyServer server;

  @BeforeAll
  static void start() throws Exception {
    server = new S3ProxyServer();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  static Stream<Arguments> clients() {
    return S3ProxyServerTest.clients();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("clients")
  void whatItAcceptsIsValidAndWhatItRefusesIsNot(String client, Library library) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(client));
    arguments.addAll(CALLS);
    Outcome audit =
        server
            .reach(ChildJvm.on(Jdk.running()).library(library))
            // A signer that is no SDK's shows no key; then these are asked.
            .with("-Daws.accessKeyId=ASIASTOCKADE00000001", "-Daws.secretAccessKey=the-secret")
            .with("-Dhttp.keepAlive=false")
            .agent(Launch.JAVAAGENT, "mode=audit")
            .start("S3JudgeCalls", arguments.toArray(String[]::new))
            .outcome()
            .assertHostLived();

    long accepted = audit.out().stream().filter(line -> line.endsWith(" 200")).count();
    assertThat(accepted).isEqualTo(6);
    assertThat(answers(audit, "valid")).describedAs("%s", audit).isEqualTo(accepted);
    assertThat(answers(audit, "mismatch"))
        .describedAs("%s", audit)
        .isEqualTo(CALLS.size() - accepted);
    // S3Proxy closes the connection of a refused upload, sometimes before its answer is read:
    // HttpURLConnection then sends it again, which are two requests with one answer.
    long resent = audit.awsRequests() - CALLS.size();
    assertThat(count(audit, "valid")).describedAs("%s", audit).isEqualTo(accepted);
    assertThat(count(audit, "mismatch"))
        .describedAs("%s", audit)
        .isEqualTo(CALLS.size() - accepted + resent);
    assertThat(resent).describedAs("%s", audit).isBetween(0L, client.equals("v2") ? 2L : 0L);
  }

  /** What the server answered to requests of this verdict, as the last record counts it. */
  private static long answers(Outcome outcome, String verdict) {
    return outcome.records("lifecycle").stream()
        .filter(record -> record.has("counts"))
        .flatMap(record -> record.getAsJsonObject("counts").entrySet().stream())
        .filter(count -> count.getKey().startsWith("answers." + verdict + "."))
        .mapToLong(count -> count.getValue().getAsLong())
        .sum();
  }

  private static long count(Outcome outcome, String signature) {
    return outcome.records("aws.request").stream()
        .filter(record -> signature.equals(Records.text(record, "aws.signature")))
        .mapToLong(IndependentJudgeTest::times)
        .sum();
  }

  private static long times(JsonObject record) {
    return record.has("count") ? record.get("count").getAsLong() : 1;
  }
}
