package dev.stockade.e2e.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Cli;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code report} and {@code check} of what a real client has met, by the packed jar on each JDK.
 */
@Tag("matrix")
class ReportTest {
  @TempDir Path folder;

  static List<Jdk> jdks() {
    return Jdk.matrix();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aServerWithStaticRsaMakesItNotReady(Jdk jdk) throws Exception {
    Path journal = folder.resolve("j.ndjson");
    String target;
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA)) {
      target = server.target();
      Outcome client =
          ChildJvm.on(jdk)
              .withLegacyAlgorithms()
              .agentOnly("log=error,journal=" + journal)
              .start("SocketClient", target)
              .outcome();
      assertThat(client.exitCode()).describedAs("%s", client).isZero();
    }

    Outcome report = Cli.on(jdk, "report", journal.toString());
    assertThat(report.exitCode()).describedAs("%s", report).isZero();
    assertThat(report.err()).isEmpty();
    assertThat(report.out())
        .contains(
            "NOT READY: Something that was seen would break, or protection was touched.",
            "  x 1 handshake or request at 1 destination would be refused (tls.forward-secrecy)")
        .anyMatch(line -> line.startsWith("  " + target + " tls.forward-secrecy violation"));

    Path html = folder.resolve("report.html");
    Outcome written =
        Cli.on(jdk, "report", "--format", "html", "--to", html.toString(), journal.toString());
    assertThat(written.exitCode()).describedAs("%s", written).isZero();
    assertThat(Files.readString(html)).contains("<p class=\"decision not-ready\">not ready</p>");

    for (String format : new String[] {"text", "sarif", "junit", "github"}) {
      Outcome check = Cli.on(jdk, "check", "--format", format, journal.toString());
      assertThat(check.exitCode()).describedAs("%s", check).isEqualTo(1);
      assertThat(check.out()).anyMatch(line -> line.contains("tls.forward-secrecy"));
    }
  }
}
