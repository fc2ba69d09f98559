package dev.stockade.e2e.attach;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Cli;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands for running JVMs, as processes of their own against JVMs of each JDK. */
@Tag("matrix")
class AttachCommandsTest {
  static List<Jdk> jdks() {
    return Jdk.ends();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void fromThePredictionToTheDetach(Jdk jdk) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS11)) {
      ChildJvm child = rounds(jdk, 4, server);
      String pid = String.valueOf(child.pid());
      assertThat(child.round(1, server.target())).contains(" ok TLSv1.1 ");
      JsonObject before = Cli.process(pid);
      assertThat(before.get("main").getAsString()).contains("SocketClient");
      assertThat(before.get("attachable").getAsBoolean()).isTrue();
      assertThat(before.has("mode")).isFalse();

      assertThat(well("attach", "--mode", "audit", pid)).contains("runs Stockade", "in audit");
      assertThat(well("attach", "--mode", "audit", pid)).contains("nothing to do");
      assertThat(Cli.process(pid).get("mode").getAsString()).isEqualTo("audit");
      assertThat(child.round(2, server.target())).contains(" ok TLSv1.1 ");
      JsonObject status = json("status", "-o", "json", pid);
      assertThat(status.getAsJsonObject("counts").get("violation").getAsInt()).isOne();
      assertThat(status.getAsJsonObject("hooks").get("woven").getAsInt()).isPositive();

      assertThat(well("set", pid, "mode=enforce", "log=info"))
          .contains("mode was audit, is enforce", "log was warn, is info");
      assertThat(child.round(3, server.target())).contains("stockade: blocked TLS to ");

      assertThat(well("detach", pid)).contains("runs without Stockade", "none is still woven");
      assertThat(Cli.process(pid).has("mode")).isFalse();
      assertThat(child.round(4, server.target())).contains(" ok TLSv1.1 ");
      assertThat(child.outcome().exitCode()).isZero();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void psPredictsWhatAnAuditFinds(Jdk jdk) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS12_ECDHE)) {
      ChildJvm child =
          ChildJvm.on(jdk)
              .with("-Dapp.repeat=3", "-Dapp.wait-between=true")
              .agent(Launch.JAVAAGENT, "")
              .start("SocketClient", server.target());
      child.round(1, server.target());
      String prediction = Cli.process(String.valueOf(child.pid())).get("prediction").getAsString();
      child.round(2, server.target());
      child.round(3, server.target());

      JsonObject handshake = child.outcome().records("tls.handshake").get(0);
      String reason = handshake.has("reason") ? handshake.get("reason").getAsString() : "";
      Matcher offered = Pattern.compile("(\\d+) cipher suites? without forward").matcher(reason);
      assertThat(prediction)
          .startsWith((offered.find() ? offered.group(1) : "0") + " non-forward-secret suites");
    }
  }

  @Test
  void anAuditShowsWhatHappensAndLeavesNothing() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS11)) {
      ChildJvm child = rounds(Jdk.running(), 3, server);
      child.round(1, server.target());
      Thread later =
          new Thread(
              () -> {
                try {
                  while (!Cli.process(String.valueOf(child.pid())).has("mode")) {
                    Thread.sleep(50);
                  }
                  child.round(2, server.target());
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      later.start();
      String pid = String.valueOf(child.pid());
      Outcome audit = Cli.run("audit", pid, "--for", "8s", "--exit-code");
      later.join();

      assertThat(audit.exitCode()).describedAs("a violation was seen: %s", audit).isOne();
      assertThat(audit.out())
          .anyMatch(line -> line.contains("server chose TLSv1.1"))
          .anyMatch(line -> line.contains("; in dev.stockade.apps.SocketClient."))
          .anyMatch(line -> line.startsWith("would-block "))
          .anyMatch(line -> line.contains(" called in dev.stockade.apps.SocketClient."))
          .contains("run with --journal FILE for the evidence");
      child.round(3, server.target());
      assertThat(child.outcome().err())
          .noneMatch(line -> line.contains("stockade") && !line.contains("loaded dynamically"));
    }
  }

  @Test
  void anAuditNeverChangesAnEngineThatRunsAlready() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS13)) {
      ChildJvm child = rounds(Jdk.running(), 2, server);
      String pid = String.valueOf(child.pid());
      child.round(1, server.target());
      well("attach", "--mode", "enforce", pid);

      Outcome audit = Cli.run("audit", pid, "--for", "1s");

      assertThat(audit.exitCode()).isZero();
      assertThat(Cli.process(pid).get("mode").getAsString()).isEqualTo("enforce");
      child.round(2, server.target());
      child.outcome();
    }
  }

  @Test
  void aDryRunOnlyTells() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS13)) {
      ChildJvm child = rounds(Jdk.running(), 2, server);
      String pid = String.valueOf(child.pid());
      child.round(1, server.target());

      assertThat(well("attach", "--match", "SocketClient .*" + server.port(), "--dry-run"))
          .contains("would be attached to");
      assertThat(Cli.process(pid).has("mode")).isFalse();
      child.round(2, server.target());
      assertThat(child.outcome().err()).noneMatch(line -> line.contains("stockade"));
    }
  }

  @Test
  void anAttachForATimeLeavesByItself() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS13)) {
      ChildJvm child = rounds(Jdk.running(), 2, server);
      String pid = String.valueOf(child.pid());
      child.round(1, server.target());

      assertThat(well("attach", "--for", "1s", pid)).contains("runs without Stockade");
      assertThat(Cli.process(pid).has("mode")).isFalse();
      child.round(2, server.target());
      child.outcome();
    }
  }

  @Test
  void manyCommandsAtOnceGetTheirOwnAnswers() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS13)) {
      ChildJvm child = rounds(Jdk.running(), 2, server);
      String pid = String.valueOf(child.pid());
      child.round(1, server.target());
      well("attach", pid);
      List<CompletableFuture<Outcome>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(
            CompletableFuture.supplyAsync(
                () -> {
                  try {
                    return Cli.run("status", pid);
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                }));
      }
      for (CompletableFuture<Outcome> one : all) {
        assertThat(one.get().exitCode()).describedAs("%s", one.get()).isZero();
      }
      child.round(2, server.target());
      child.outcome();
    }
  }

  @Test
  void aPolicyFileOfALaterAttachSaysTheModeFromThenOn(@TempDir Path folder) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS11)) {
      Path policy = Files.writeString(folder.resolve("policy.yaml"), "mode: audit\n");
      ChildJvm child = rounds(Jdk.running(), 3, server);
      String pid = String.valueOf(child.pid());
      child.round(1, server.target());
      String journal = "journal=" + child.journal();
      well("attach", "--mode", "audit", "--option", journal, pid);
      well("attach", "--policy", policy.toString(), "--option", journal, pid);
      assertThat(child.round(2, server.target())).contains(" ok TLSv1.1 ");

      Files.writeString(policy, "mode: enforce\n");
      Waiting.forRecord(
          child.journal(), 10_000, record -> record.toString().contains("mode: audit -> enforce"));
      assertThat(child.round(3, server.target())).contains("stockade: blocked TLS to ");
      child.outcome().assertHostLived();
    }
  }

  private static String well(String... arguments) throws Exception {
    Outcome outcome = Cli.run(arguments);
    assertThat(outcome.exitCode()).describedAs("%s", outcome).isZero();
    return String.join("\n", outcome.out());
  }

  private static JsonObject json(String... arguments) throws Exception {
    return JsonParser.parseString(well(arguments)).getAsJsonObject();
  }

  private static ChildJvm rounds(Jdk jdk, int rounds, OpensslServer server) throws Exception {
    return ChildJvm.on(jdk)
        .withLegacyAlgorithms()
        .with("-Dapp.repeat=" + rounds, "-Dapp.wait-between=true")
        .start("SocketClient", server.target());
  }
}
