package dev.stockade.e2e.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Library;
import dev.stockade.e2e.kit.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The judge tells right signatures from wrong ones, whoever signed. */
@Tag("servers")
public class S3ProxyServerTest {
  private static S3ProxyServer server;

  @BeforeAll
  static void start() throws Exception {
    server = new S3ProxyServer();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  public static Stream<Arguments> clients() {
    return Stream.of(
        Arguments.of("v1", new AwsSdk("1.11.1034", "apache4").library()),
        Arguments.of("v1", new AwsSdk("1.12.797", "apache4").library()),
        Arguments.of("v2", new AwsSdk("2.20.160", "url-connection").library()),
        Arguments.of("v2", new AwsSdk("2.57.8", "url-connection").library()),
        Arguments.of("minio", Library.of("io.minio:minio:8.5.17")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("clients")
  void theJudgeRefusesWhatWasChangedAfterSigning(String client, Library library) throws Exception {
    Map<String, Integer> statusByCall = new LinkedHashMap<>();
    for (String good :
        List.of("s3-get", "s3-put", "s3-list", "s3-head", "s3-put-unicode", "s3-put@trace")) {
      statusByCall.put(good, 200);
    }
    for (String bad :
        List.of(
            "s3-get@header",
            "s3-put@header",
            "s3-get@path",
            "s3-put@path",
            "s3-list@query",
            "s3-get@signature",
            "s3-get@unsigned",
            "s3-get@wrong-secret",
            "s3-get@static")) {
      statusByCall.put(bad, 403);
    }
    // It reads the body before it looks at the signature.
    statusByCall.put("s3-put@payload-hash", 400);
    List<String> arguments = new ArrayList<>(List.of(client));
    arguments.addAll(statusByCall.keySet());
    Outcome outcome =
        server
            .reach(ChildJvm.on(Jdk.running()).library(library))
            .start("S3JudgeCalls", arguments.toArray(String[]::new))
            .outcome();

    assertThat(outcome.out())
        .describedAs("%s", outcome)
        .containsExactlyElementsOf(
            statusByCall.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList());
  }
}
