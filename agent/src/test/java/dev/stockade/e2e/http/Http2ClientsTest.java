package dev.stockade.e2e.http;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.AwsServer;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** HTTP client libraries over HTTP/2, where many requests share one connection. */
@Tag("matrix")
class Http2ClientsTest {
  private static final String REFUSED = "POST https aws /refused unsigned";

  /**
   * The first one connects, so that the others find the connection. OkHttp then has all at once;
   * Apache has one by one, since it closes a connection when a request on it fails.
   */
  private static final List<String> CALLS =
      Stream.concat(
              IntStream.range(0, 8).mapToObj(i -> "POST https aws /" + i),
              Stream.of(REFUSED, "GET https aws /8", "GET https aws /9"))
          .toList();

  static List<Arguments> cells() {
    List<Arguments> cells = new ArrayList<>();
    for (ClientProgram program : ClientProgram.thatFollowRedirects()) {
      for (Jdk jdk : Jdk.matrix()) {
        program.http2Versions().stream()
            .filter(version -> jdk.feature() == 17 || version.equals(program.newest()))
            .forEach(version -> cells.add(Arguments.of(program, version, jdk)));
      }
    }
    return cells;
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("cells")
  void eachStreamIsSeenOnceAndARefusedOneLeavesTheOthersAlone(
      ClientProgram program, String version, Jdk jdk) throws Exception {
    jdk.java();
    try (AwsServer server = new AwsServer()) {
      Outcome audit = run(program, version, jdk, server, "audit");
      assertThat(server.requests())
          .hasSameSizeAs(CALLS)
          .allMatch(request -> request.protocol().equals("HTTP/2"));
      assertThat(audit.out())
          .describedAs("%s", audit)
          .filteredOn(Http2ClientsTest::isOk)
          .hasSameSizeAs(CALLS);
      assertThat(audit.records("aws.request").stream().mapToInt(Records::count).sum())
          .isEqualTo(CALLS.size());
      assertThat(audit.records("aws.request"))
          .allMatch(record -> text(record, "http.client").equals(program.client))
          .allMatch(record -> text(record, "http.host").endsWith(".amazonaws.com"));

      server.forget();
      Outcome enforce = run(program, version, jdk, server, "enforce");
      assertThat(enforce.lineFor(REFUSED))
          .contains("javax.net.ssl.SSLPeerUnverifiedException: stockade: blocked AWS request");
      assertThat(enforce.records("aws.blocked")).describedAs("%s", enforce).hasSize(1);
      assertThat(enforce.out())
          .describedAs("%s", enforce)
          .filteredOn(Http2ClientsTest::isOk)
          .hasSize(CALLS.size() - 1);
      assertThat(server.requests())
          .hasSize(CALLS.size() - 1)
          .noneMatch(request -> request.target().equals("/refused"));
    }
  }

  private static boolean isOk(String line) {
    return line.contains(" ok 200");
  }

  private static Outcome run(
      ClientProgram program, String version, Jdk jdk, AwsServer server, String mode)
      throws Exception {
    return server
        .reach(ChildJvm.on(jdk).library(program.library(version)))
        .with("-Dapp.http2=true", "-Dapp.at-once=" + (program != ClientProgram.APACHE5_ASYNC))
        .agent(Launch.JAVAAGENT, "mode=" + mode)
        .start(program.program, CALLS.toArray(String[]::new))
        .outcome()
        .assertHostLived();
  }
}
