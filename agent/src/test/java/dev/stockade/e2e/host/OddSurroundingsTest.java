package dev.stockade.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Lines;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.Records;
import dev.stockade.e2e.kit.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Surroundings as containers and old start scripts make them: nothing writable, nobody known. */
@Tag("matrix")
class OddSurroundingsTest {

  @TempDir Path folder;

  static List<Jdk> jdks() {
    return Jdk.ends();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void onAReadOnlyFileSystemOnlyTheJournalIsMissed(Jdk jdk) throws Exception {
    Outcome outcome =
        visit(
            child(jdk).under(Sandbox.readOnly().words()).agent(Launch.JAVAAGENT, "summary=false"));

    assertThat(outcome.err())
        .singleElement()
        .asString()
        .contains("journal " + outcome.journal() + " cannot be written", "Read-only file system");
    assertThat(outcome.journal()).doesNotExist();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void withoutAHomeAndATemporaryFolderNothingIsMissed(Jdk jdk) throws Exception {
    assertQuiet(
        child(jdk)
            .under("env", "-i")
            .with("-Duser.home=/nonexistent/%", "-Djava.io.tmpdir=/nonexistent")
            .agent(Launch.JAVAAGENT, "summary=false"));
    assertQuiet(child(jdk).with("-Duser.home=").agent(Launch.JAVAAGENT, "summary=false"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aUserWithoutAPasswdEntryIsAsGoodAsAny(Jdk jdk) throws Exception {
    Outcome outcome =
        assertQuiet(
            child(jdk)
                .under(Sandbox.unknownUser().words())
                .agent(Launch.JAVAAGENT, "summary=false"));

    assertThat(outcome.records("tls.handshake")).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aUserWithoutAPasswdEntryAndWithoutAHomeAttachesAndDetaches(Jdk jdk) throws Exception {
    List<String> words = new ArrayList<>(List.of(Sandbox.unknownUser().words()));
    words.addAll(List.of("env", "-i", "sh", "-c"));
    words.add(
        ": >$4; sleep 60 | $1 -cp $3 -Dapp.wait=true dev.stockade.apps.SocketClient >$4 & "
            + "until grep -q ready $4; do :; done;"
            + "for c in attach status detach; do $1 -jar $2 $c $!; done; kill $!");
    words.addAll(
        List.of("sh", jdk.java(), ChildJvm.JAR.toString(), ChildJvm.TEST_APPS, folder + "/out"));
    Outcome outcome = outcomeOf(words);

    assertThat(outcome.err()).allMatch(OddSurroundingsTest::isOfTheJvm);
    assertThat(outcome.out()).first().asString().endsWith("runs Stockade 0.1.0 in audit");
    assertThat(outcome.out()).contains("errors     0");
    assertThat(outcome.out()).last().asString().contains("runs without Stockade");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void theCommandsNeedNothingWritable(Jdk jdk) throws Exception {
    ChildJvm target = child(jdk).with("-Dapp.wait=true").start("SocketClient");
    target.ready();
    for (String command : List.of("attach", "status", "detach")) {
      List<String> words = new ArrayList<>(List.of("env", "-i"));
      words.addAll(List.of(Sandbox.readOnly().words()));
      words.addAll(List.of("--bind", "/tmp", "/tmp", jdk.java(), "-Duser.home=/nonexistent"));
      words.addAll(List.of("-jar", ChildJvm.JAR.toString(), command));
      words.add(String.valueOf(target.pid()));
      Outcome outcome = outcomeOf(words);

      assertThat(outcome.exitCode()).describedAs("%s: %s", command, outcome).isZero();
      assertThat(outcome.out()).isNotEmpty();
    }
    target.end();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void withStderrClosedTheJournalIsWholeAndHoldsNothingElse(Jdk jdk) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA)) {
      Outcome outcome =
          child(jdk)
              .withLegacyAlgorithms()
              .under("sh", "-c", "exec \"$@\" 2>&-", "sh")
              .agent(Launch.JAVAAGENT, "log=debug")
              .start("SocketClient", server.target())
              .outcome()
              .assertHostLived();

      assertThat(outcome.lineFor(server.target())).contains(" ok TLSv1.2");
      assertThat(outcome.actions()).containsExactly("would-block");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void theJarAndTheJournalMayStandBehindARelativePath(Jdk jdk) throws Exception {
    Files.copy(ChildJvm.JAR, folder.resolve("s.jar"));
    Outcome outcome =
        visit(
            child(jdk).in(folder).jar("s.jar").agentOnly("summary=false,journal=logs/s-%p.ndjson"));

    assertThat(outcome.err()).isEmpty();
    try (var files = Files.list(folder.resolve("logs"))) {
      assertThat(Records.in(files.findFirst().orElseThrow())).hasSize(4);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aJvmWhoseWorkingDirectoryIsGoneIsAttachedTo(Jdk jdk) throws Exception {
    Path gone = Files.createDirectory(folder.resolve("gone"));
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS13)) {
      ChildJvm child =
          child(jdk).in(gone).with("-Dapp.wait=true").start("SocketClient", server.target());
      child.ready();
      Files.delete(gone);
      child.attach("summary=false,journal=" + child.journal());
      child.go();
      Outcome outcome = child.outcome().assertHostLived();

      assertThat(outcome.lineFor(server.target())).contains(" ok TLSv1.3");
      assertThat(outcome.records("tls.handshake")).hasSize(1);
    }
  }

  @Test
  void pathsMayHoldBlanksSignsAndLettersOfAnyScript() throws Exception {
    String longest = "x".repeat(250);
    for (String name : List.of("a b", "ü-日本", "100%20%", "+#?;!&$x", longest)) {
      Path home = Files.createDirectory(folder.resolve(name));
      Path jar = Files.copy(ChildJvm.JAR, home.resolve("stockade.jar"));
      Path journal = home.resolve("j.ndjson");
      Outcome outcome =
          visit(
              child(Jdk.running())
                  .environment("LC_ALL", "C.UTF-8")
                  .jar(jar.toString())
                  .agentOnly("summary=false,journal=" + journal));

      assertThat(outcome.err()).describedAs(name).isEmpty();
      assertThat(Records.in(journal)).describedAs(name).hasSize(4);
    }
  }

  @Test
  void aCommaInAPathIsNoTroubleForTheJarAndForTheJournalOnlyInTheAgentArgument() throws Exception {
    Path home = Files.createDirectory(folder.resolve("a,b"));
    Path jar = Files.copy(ChildJvm.JAR, home.resolve("stockade.jar"));
    Path journal = home.resolve("j.ndjson");
    Outcome byVariable =
        visit(
            child(Jdk.running())
                .environment("STOCKADE_JOURNAL", journal.toString())
                .jar(jar.toString())
                .agentOnly("summary=false"));
    Outcome byArgument =
        visit(
            child(Jdk.running()).jar(jar.toString()).agentOnly("summary=false,journal=" + journal));

    assertThat(byVariable.err()).isEmpty();
    assertThat(Records.in(journal)).hasSize(4);
    assertThat(byArgument.err())
        .singleElement()
        .asString()
        .contains("'b/j.ndjson' is ignored: options are written name=value");
  }

  /** Newer JDKs tell of a missing temporary folder, and of agents that come at run time. */
  private static boolean isOfTheJvm(String line) {
    return line.startsWith("WARNING: ") || line.contains("-XX:+EnableDynamicAgentLoading");
  }

  private static ChildJvm child(Jdk jdk) throws IOException {
    return ChildJvm.on(jdk);
  }

  private static Outcome assertQuiet(ChildJvm child) throws Exception {
    Outcome outcome = visit(child);
    assertThat(outcome.err()).allMatch(OddSurroundingsTest::isOfTheJvm);
    assertThat(outcome.journal()).exists();
    return outcome;
  }

  /** One compliant connection, which must work. */
  private static Outcome visit(ChildJvm child) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS13)) {
      Outcome outcome = child.start("SocketClient", server.target()).outcome().assertHostLived();
      assertThat(outcome.lineFor(server.target())).contains(" ok TLSv1.3");
      return outcome;
    }
  }

  private static Outcome outcomeOf(List<String> words) throws Exception {
    Process process = new ProcessBuilder(words).start();
    Lines out = new Lines(process.getInputStream());
    Lines err = new Lines(process.getErrorStream());
    process.getOutputStream().close();
    int exitCode = process.waitFor();
    return new Outcome(exitCode, out.all(), err.all(), List.of(), null);
  }
}
