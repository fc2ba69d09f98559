package dev.stockade.e2e.policy;

import static dev.stockade.e2e.kit.Waiting.saying;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.Attached;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Cli;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a policy file may do to a running JVM, and what the status says of it. */
class PolicyReloadTest {
  @TempDir Path folder;

  @Test
  void aKillFileThatAReloadedPolicyNamesIsArmedAtOnceAndDisarmedWithIt() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS11)) {
      Path kill = Files.createFile(folder.resolve("off"));
      Path policy = Files.writeString(folder.resolve("p.yaml"), "mode: enforce\n");
      ChildJvm child = rounds(3, "policy=" + policy, server);
      assertThat(child.round(1, server.target())).contains("stockade: blocked TLS to ");
      try (Attached attached = Attached.to(child)) {
        assertThat(attached.ask("status").has("killFile")).isFalse();
        Files.writeString(policy, "mode: enforce\nkill-file: " + kill + "\n");
        JsonObject change = awaitRecord(child, "policy.change", "the policy file changed");
        assertThat(change.get("reason").getAsString()).doesNotContain("next start");
        awaitRecord(child, "lifecycle", "there is the kill file " + kill + ": hooks are off");
        assertThat(attached.ask("status").get("killed").getAsString()).isEqualTo(kill.toString());
        assertThat(child.round(2, server.target())).contains(" ok TLSv1.1 ");

        Files.writeString(
            policy,
            "mode: enforce # and longer than it was, by this comment alone"
                + " and some more of the same kind, so that nobody waits\n");
        awaitRecord(child, "lifecycle", "the kill file " + kill + " counts no more: hooks are on");
        assertThat(attached.ask("status").has("killFile")).isFalse();
      }
      assertThat(child.round(3, server.target())).contains("stockade: blocked TLS to ");
      child.outcome().assertHostLived();
    }
  }

  @Test
  void halfAFileIsNotInForceAndTheStatusSaysWhy() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS11)) {
      String exception =
          "exceptions:\n  - {id: erp, match: {cidr: 127.0.0.0/8}, allow: {min-version: TLSv1.1,"
              + " forward-secrecy: optional}, owner: us, reason: old, expires: 2999-12-31}\n";
      Path policy = Files.writeString(folder.resolve("p.yaml"), "mode: enforce\n" + exception);
      ChildJvm child = rounds(3, "policy=" + policy, server);
      assertThat(child.round(1, server.target())).contains(" ok TLSv1.1 ");

      Files.writeString(policy, "mode: enforce\n");
      awaitRecord(child, "policy.change", "is shorter than the one in force");
      assertThat(child.round(2, server.target())).contains(" ok TLSv1.1 ");
      assertThat(status(child)).anyMatch(line -> line.contains("WAITS: the policy file " + policy));
      Files.writeString(
          policy, exception + "# the end\nexcetions: []\n", StandardOpenOption.APPEND);
      awaitRecord(child, "policy.change", "p.yaml:5: error: ");
      List<String> status = status(child);
      assertThat(status).anyMatch(line -> line.contains("NOT TAKEN OVER, the one before stays"));
      assertThat(status).anyMatch(line -> line.contains(policy + ":5: error: "));
      assertThat(child.round(3, server.target())).contains(" ok TLSv1.1 ");
      assertThat(child.outcome().assertHostLived().records("tls.blocked")).isEmpty();
    }
  }

  @Test
  void anEmptyFileAtStartAndFilesThatOthersMayWriteAreToldClearly() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS13)) {
      Path shared = Files.createDirectory(folder.resolve("shared"));
      Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
      Path policy = Files.createFile(shared.resolve("p.yaml"));
      Path kill = shared.resolve("off");
      ChildJvm child = rounds(2, "policy=" + policy + ",kill-file=" + kill, server);
      child.round(1, server.target());
      awaitRecord(child, "lifecycle", "the policy file " + policy + " may be written by others");
      awaitRecord(child, "lifecycle", "anybody may create the kill file " + kill);
      List<String> status = status(child);
      assertThat(status).anyMatch(line -> line.equals("kill file  armed: " + kill));
      assertThat(status).anyMatch(line -> line.contains("NOT IN FORCE: policy file " + policy));
      assertThat(status).filteredOn(line -> line.startsWith("WARNING")).hasSize(2);
      child.round(2, server.target());
      assertThat(child.outcome().assertHostLived().err())
          .anyMatch(line -> line.contains("policy file " + policy + " is empty"));
    }
  }

  @Test
  void whatWasSetIsSeenAndIsNotThePolicys() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS13)) {
      Path policy =
          Files.writeString(
              folder.resolve("p.yaml"),
              "mode: audit\nrules: {tls.dh-size: off, tls.min-version: enforce}\n");
      ChildJvm child = rounds(2, "policy=" + policy, server);
      child.round(1, server.target());
      try (Attached attached = Attached.to(child)) {
        attached.ask("set,mode=enforce,rule.tls.min-version=audit,log=error");
        JsonObject refused = attached.ask("set,canary.percent=+5");
        assertThat(refused.get("error").getAsString())
            .isEqualTo("canary.percent=+5: allowed is a whole number from 0 to 100");
        assertThat(attached.ask("status").getAsJsonArray("set")).hasSize(3);
      }
      List<String> status = status(child);
      assertThat(status)
          .anyMatch(line -> line.startsWith("set        mode=enforce by command line"));
      assertThat(status).anyMatch(line -> line.contains("rule.tls.min-version=audit by command"));
      assertThat(status).anyMatch(line -> line.endsWith("audit    tls.min-version (set)"));
      assertThat(status).anyMatch(line -> line.endsWith("off      tls.dh-size (by the policy)"));
      child.round(2, server.target());
      child.outcome().assertHostLived();
    }
  }

  private static List<String> status(ChildJvm child) throws Exception {
    return Cli.run("status", String.valueOf(child.pid())).out();
  }

  private static JsonObject awaitRecord(ChildJvm child, String kind, String text) throws Exception {
    return Waiting.forRecord(child.journal(), 4_000, saying(kind, text));
  }

  private static ChildJvm rounds(int rounds, String options, OpensslServer server)
      throws Exception {
    return ChildJvm.on(Jdk.running())
        .withLegacyAlgorithms()
        .with("-Dapp.repeat=" + rounds, "-Dapp.wait-between=true")
        .agent(Launch.JAVAAGENT, options)
        .start("SocketClient", server.target());
  }
}
