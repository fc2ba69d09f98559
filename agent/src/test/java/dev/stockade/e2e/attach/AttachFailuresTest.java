package dev.stockade.e2e.attach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Cli;
import dev.stockade.e2e.kit.Command;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each thing that can be in the way of an attach is one sentence with the way out. */
class AttachFailuresTest {
  private static final String NOBODY = "65534";

  @Test
  void aProcessThatDoesNotExist() throws Exception {
    assertSentence(Cli.run("status", "999999"), "process 999999 does not exist", "ps");
  }

  @Test
  void aProcessThatIsNoJvm() throws Exception {
    Process sleep = new ProcessBuilder("sleep", "60").start();
    try {
      assertSentence(Cli.run("attach", String.valueOf(sleep.pid())), "is not a JVM", "ps");
    } finally {
      sleep.destroy();
    }
  }

  @Test
  void aJvmOfAnotherUser(@TempDir Path folder) throws Exception {
    Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "needs root");
    Path jar = Files.copy(ChildJvm.JAR, Files.createTempFile("stockade", ".jar"), REPLACE);
    jar.toFile().setReadable(true, false);
    ChildJvm child = waiting();
    try {
      Outcome outcome = Cli.as(NOBODY, jar.toString(), "attach", String.valueOf(child.pid()));
      assertSentence(outcome, "belongs to another user: sudo -u root java -jar");
    } finally {
      child.go();
      child.outcome();
      Files.delete(jar);
    }
  }

  private static final java.nio.file.StandardCopyOption REPLACE =
      java.nio.file.StandardCopyOption.REPLACE_EXISTING;

  @ParameterizedTest
  @CsvSource({
    "-XX:+DisableAttachMechanism, -XX:+DisableAttachMechanism",
    "-XX:-EnableDynamicAgentLoading, -XX:-EnableDynamicAgentLoading",
  })
  void aJvmThatRefuses(String flag, String named) throws Exception {
    ChildJvm child = waiting(flag);
    assertSentence(
        Cli.run("attach", String.valueOf(child.pid())), named, "-javaagent:stockade.jar");
    child.go();
    assertThat(child.outcome().exitCode()).isZero();
  }

  @Test
  void aJvmWithTheKillSwitch() throws Exception {
    ChildJvm child = waiting(ChildJvm.on(Jdk.running()).environment("STOCKADE_MODE", "off"));
    assertSentence(
        Cli.run("attach", "--mode", "enforce", String.valueOf(child.pid())),
        "the kill switch is on (STOCKADE_MODE=off in its environment)",
        "nothing was attached");
    child.go();
    assertThat(child.outcome().exitCode()).isZero();
  }

  @Test
  void aStoppedJvm() throws Exception {
    ChildJvm child = waiting();
    Command.run(Path.of("."), "kill -STOP " + child.pid());
    assertSentence(Cli.run("attach", String.valueOf(child.pid())), "is stopped", "kill -CONT");
    Command.run(Path.of("."), "kill -CONT " + child.pid());
    child.go();
    assertThat(child.outcome().exitCode()).isZero();
  }

  @Test
  void wordsThatNobodyKnows() throws Exception {
    Outcome outcome = Cli.run("attach", "--mode", "harsh", "1");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(String.join(" ", outcome.err())).contains("harsh").doesNotContain("\tat ");
    assertThat(Cli.run("set", "4711", "mode").exitCode()).isEqualTo(2);
    assertThat(Cli.run("attach").exitCode()).isEqualTo(2);
  }

  @Test
  void anOptionThatNobodyKnowsOrThatIsWrongIsToldBeforeAnyJvmIsTouched() throws Exception {
    Outcome unknown = Cli.run("attach", "--option", "jornal=x", "4711");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).anyMatch(line -> line.startsWith("jornal=x: the options are mode, "));
    Outcome wrong = Cli.run("attach", "--option", "journal.keep=0", "4711");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err())
        .anyMatch(line -> line.contains("allowed is a whole number from 1 to 1000"));
  }

  @Test
  void aPolicyFileWithAMistakeIsToldBeforeAnyJvmIsTouched(@TempDir Path folder) throws Exception {
    Path policy = Files.writeString(folder.resolve("policy.yaml"), "mode: harsh\n");
    assertSentence(
        Cli.run("attach", "--policy", policy.toString(), "4711"), policy + ":1: error", "'harsh'");
  }

  @Test
  void aCommandForAJvmWithoutStockade() throws Exception {
    ChildJvm child = waiting();
    String pid = String.valueOf(child.pid());
    assertSentence(Cli.run("status", pid), "Stockade is not active", "attach");
    Outcome detach = Cli.run("detach", pid);
    assertThat(detach.exitCode()).isZero();
    assertThat(detach.out()).singleElement().asString().contains("nothing to do");
    child.go();
    child.outcome();
  }

  @Test
  void anOptionThatCannotBeSet() throws Exception {
    ChildJvm child = waiting();
    String pid = String.valueOf(child.pid());
    Cli.run("attach", pid);
    assertSentence(Cli.run("set", pid, "journal=/x"), "journal", "allowed are mode");
    assertSentence(Cli.run("set", pid, "rule.tls.nothing=audit"), "tls.nothing", "tls.min-version");
    assertSentence(
        Cli.run("set", pid, "rule.aws.signature.skew=enforce"), "never enforced, allowed are");
    child.go();
    child.outcome();
  }

  /** One line on stderr, no stack trace, exit code 1. */
  private static void assertSentence(Outcome outcome, String... parts) {
    assertThat(outcome.exitCode()).describedAs("%s", outcome).isEqualTo(1);
    assertThat(outcome.err()).singleElement().asString().contains(parts);
  }

  private static ChildJvm waiting(String... flags) throws Exception {
    return waiting(ChildJvm.on(Jdk.running()).with(flags));
  }

  private static ChildJvm waiting(ChildJvm jvm) throws Exception {
    ChildJvm child =
        jvm.with("-Dapp.repeat=2", "-Dapp.wait-between=true").start("SocketClient", "127.0.0.1:1");
    child.round(1, "127.0.0.1:1");
    return child;
  }
}
