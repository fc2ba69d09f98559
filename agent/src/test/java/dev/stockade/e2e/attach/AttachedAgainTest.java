package dev.stockade.e2e.attach;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.e2e.kit.Attached;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Cli;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.Waiting;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An attach over an engine that runs: nothing is lost but what the command names. */
@Tag("matrix")
class AttachedAgainTest {
  @TempDir Path folder;

  static List<Jdk> jdks() {
    return Jdk.ends();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void whatRunsGoesOnInTheNextEngine(Jdk jdk) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS11)) {
      Path kill = folder.resolve("stockade.off");
      ChildJvm child =
          rounds(
              jdk,
              4,
              server,
              "policy=" + policy(server),
              "service=orders",
              "instance=blue",
              "kill-file=" + kill,
              "jmx=true");
      String pid = String.valueOf(child.pid());
      assertThat(child.round(1, server.target())).contains(" ok TLSv1.1 ");
      well("set", pid, "rule.tls.dh-size=audit");

      assertThat(well("attach", "--dry-run", "--option", "log=info", pid))
          .contains("log: warn -> info", "enforce stays", "policy", "journal", "kill-file");
      assertThat(well("attach", "--option", "log=info", pid))
          .contains("log: warn -> info", "in enforce");
      assertThat(child.round(2, server.target())).contains(" ok TLSv1.1 ");
      well("attach", "--option", "log=warn", pid);
      JsonObject status = status(pid);

      assertThat(status.get("mode").getAsString()).isEqualTo("enforce");
      assertThat(status.get("service").getAsString()).isEqualTo("orders");
      assertThat(status.get("instance").getAsString()).isEqualTo("blue");
      assertThat(status.getAsJsonObject("policy").get("file").getAsString()).endsWith("p.yaml");
      assertThat(status.getAsJsonObject("journal").get("target").getAsString())
          .isEqualTo(child.journal().toString());
      assertThat(status.getAsJsonObject("counts").get("tls.handshake").getAsInt()).isEqualTo(2);
      assertThat(used(status)).isEqualTo(2);
      assertThat(stage(status, "tls.dh-size")).isEqualTo("audit");
      Files.createFile(kill);
      Waiting.forRecord(
          child.journal(), 10_000, record -> record.toString().contains("there is the kill file"));
      assertThat(status(pid).get("killed").getAsString()).isEqualTo(kill.toString());
      assertThat(child.round(3, server.target())).contains(" ok TLSv1.1 ");
      child.round(4, server.target());
      Outcome outcome = child.outcome().assertHostLived();
      assertThat(outcome.err()).filteredOn(line -> line.contains("policy pq")).isEmpty();
      assertThat(outcome.err()).filteredOn(line -> line.startsWith("stockade 0")).hasSize(1);
      assertThat(outcome.err())
          .anyMatch(line -> line.contains("enforce") && line.contains(": 2 h"));
    }
  }

  @Test
  void aPathThatCannotBeUsedLeavesTheEngineAsItIs() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS11)) {
      ChildJvm child = rounds(Jdk.running(), 2, server, "policy=" + policy(server));
      String pid = String.valueOf(child.pid());
      child.round(1, server.target());
      String missing = folder.resolve("missing.yaml").toString();
      String aFolder = folder.toString();
      String inAFile = folder.resolve("p.yaml/kill").toString();
      refused(pid, "--policy", missing, "there is no such file", "--dry-run");
      refused(pid, "--policy", missing, "there is no such file");
      refused(pid, "--journal", aFolder, "it is a folder");
      refused(pid, "--option", "kill-file=" + inAFile, "there is no folder");
      try (Attached jvm = Attached.to(child)) {
        jvm.install("policy=" + missing);
      }
      JsonObject status = status(pid);
      assertThat(status.get("mode").getAsString()).isEqualTo("enforce");
      assertThat(status.getAsJsonArray("exceptions")).hasSize(1);
      assertThat(child.round(2, server.target())).contains(" ok TLSv1.1 ");
      child.outcome().assertHostLived();
    }
  }

  private static void refused(String pid, String name, String value, String why, String... more)
      throws Exception {
    List<String> words = new ArrayList<>(List.of("attach", name, value, pid));
    words.addAll(List.of(more));
    Outcome outcome = Cli.run(words.toArray(String[]::new));
    assertThat(outcome.exitCode()).describedAs("%s", outcome).isEqualTo(1);
    assertThat(String.join("\n", outcome.err())).contains(why, "nothing was attached");
  }

  @Test
  void aResetAndAnOlderJarNeedAWordOfTheirOwn() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS11)) {
      ChildJvm child = rounds(Jdk.running(), 3, server, "policy=" + policy(server));
      String pid = String.valueOf(child.pid());
      child.round(1, server.target());
      Path older = ofVersion("0.0.1");
      try (Attached jvm = Attached.to(child)) {
        jvm.install(older, "log=warn");
        assertThat(jvm.ask("status").get("version").getAsString()).isNotEqualTo("0.0.1");
        jvm.install(older, "attach.downgrade=true");
        assertThat(jvm.ask("status").get("version").getAsString()).isEqualTo("0.0.1");
        assertThat(jvm.ask("status").getAsJsonArray("exceptions")).hasSize(1);
      }
      assertThat(child.round(2, server.target())).contains(" ok TLSv1.1 ");
      assertThat(well("attach", "--reset", "--mode", "enforce", pid))
          .contains("policy: ", " -> none");
      assertThat(status(pid).getAsJsonArray("exceptions")).isEmpty();
      assertThat(child.round(3, server.target())).contains("stockade: blocked TLS to ");
      child.outcome();
    }
  }

  @Test
  void theDryRunTellsTheModeThatThePolicyFileMakes() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS11)) {
      ChildJvm child = rounds(Jdk.running(), 2, server);
      String pid = String.valueOf(child.pid());
      child.round(1, server.target());
      well("attach", "--mode", "audit", pid);
      Path policy = policy(server);

      assertThat(well("attach", "--dry-run", "--policy", policy.toString(), pid))
          .contains("audit becomes enforce")
          .doesNotContain("audit stays");
      assertThat(well("attach", "--policy", policy.toString(), pid))
          .contains("audit becomes enforce", "in enforce");
      assertThat(status(pid).get("mode").getAsString()).isEqualTo("enforce");
      child.round(2, server.target());
      child.outcome();
    }
  }

  private Path ofVersion(String version) throws Exception {
    Path jar = Files.copy(ChildJvm.JAR, folder.resolve(version + ".jar"));
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      Files.writeString(files.getPath("core", "dev", "stockade", "version.txt"), version);
    }
    return jar;
  }

  private Path policy(OpensslServer server) throws Exception {
    return Files.writeString(
        folder.resolve("p.yaml"),
        String.join(
            "\n",
            "mode: enforce",
            "exceptions:",
            "  - id: old-peer",
            "    match: {port: " + server.port() + "}",
            "    allow: {min-version: TLSv1.1}",
            "    owner: team",
            "    reason: appliance",
            "    expires: 2099-01-01",
            ""));
  }

  private static int used(JsonObject status) {
    return status.getAsJsonArray("exceptions").get(0).getAsJsonObject().get("used").getAsInt();
  }

  private static String stage(JsonObject status, String rule) {
    for (var one : status.getAsJsonArray("rules")) {
      if (one.getAsJsonObject().get("id").getAsString().equals(rule)) {
        return one.getAsJsonObject().get("stage").getAsString();
      }
    }
    throw new AssertionError("no " + rule);
  }

  private static JsonObject status(String pid) throws Exception {
    return JsonParser.parseString(well("status", "-o", "json", pid)).getAsJsonObject();
  }

  private static String well(String... arguments) throws Exception {
    Outcome outcome = Cli.run(arguments);
    assertThat(outcome.exitCode()).describedAs("%s", outcome).isZero();
    return String.join("\n", outcome.out());
  }

  private static ChildJvm rounds(Jdk jdk, int rounds, OpensslServer server, String... options)
      throws Exception {
    ChildJvm child =
        ChildJvm.on(jdk)
            .withLegacyAlgorithms()
            .with("-Dapp.repeat=" + rounds, "-Dapp.wait-between=true");
    if (options.length > 0) {
      child.agent(Launch.JAVAAGENT, String.join(",", options));
    }
    return child.start("SocketClient", server.target());
  }
}
