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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code report} and {@code check} of what a real client has met, by the packed jar on each JDK.
 */
@Tag("matrix")
class ReportTest {
  private static final String RECORD =
      "{\"time\":\"2026-11-23T18:45:00.123Z\",\"kind\":\"tls.handshake\",\"mode\":\"audit\",\"verdict\":\"pass\",\"action\":\"allowed\",\"direction\":\"out\",\"peer\":{\"host\":\"db.internal\",\"ip\":\"10.0.0.7\",\"port\":443},\"tls\":{\"version\":\"TLSv1.3\",\"cipher\":\"TLS_AES_128_GCM_SHA256\"},\"policy\":{\"profile\":\"aws-outposts\"},\"service\":\"orders\"}\n";

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

  /** The journal's folder is root's, and so takes no new file of this user. */
  @Test
  void whereAFileCannotBeReplacedItIsWrittenInPlaceAndSaid() throws Exception {
    Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "needs root");
    Path shared = Files.createTempDirectory("stockade-written");
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path jar = Files.copy(ChildJvm.JAR, shared.resolve("stockade.jar"));
    Path journal = Files.writeString(shared.resolve("j.ndjson"), RECORD);
    Path to = Files.writeString(shared.resolve("report.md"), "old".repeat(10_000));
    Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-rw-rw-"));
    for (Path file : List.of(jar, journal)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }
    String[] words = {"report", "--format", "markdown", "--to", to.toString(), journal.toString()};

    Outcome written = Cli.as("65534", jar.toString(), words);

    assertThat(written.exitCode()).describedAs("%s", written).isZero();
    assertThat(written.err())
        .containsExactly(to + ": was written in place, as it cannot be replaced");
    assertThat(Files.readString(to)).startsWith("# May this be enforced?").doesNotContain("old");

    Files.delete(to);
    Outcome refused = Cli.as("65534", jar.toString(), words);
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).anyMatch(line -> line.endsWith(to + ": cannot be written"));
  }

  @Test
  void standardOutputIsAFileToo() throws Exception {
    Path journal = Files.writeString(folder.resolve("j.ndjson"), RECORD);

    for (List<String> words :
        List.of(
            List.of("report"),
            List.of("check", "--format", "sarif"),
            List.of("cbom"),
            List.of("export", "--format", "csv"))) {
      List<String> all = new ArrayList<>(words);
      all.addAll(List.of("--to", "/dev/stdout", journal.toString()));
      Outcome outcome = Cli.run(all.toArray(String[]::new));
      assertThat(outcome.out()).describedAs("%s", outcome).isNotEmpty();
      assertThat(outcome.err()).noneMatch(line -> line.contains("written"));
      assertThat(Path.of("/dev/stdout")).isSymbolicLink();
      assertThat(Path.of("/dev/stdout.part")).doesNotExist();
    }
  }
}
