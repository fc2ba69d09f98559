package dev.stockade.e2e.policy;

import static dev.stockade.e2e.kit.Waiting.saying;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Command;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.Records;
import dev.stockade.e2e.kit.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A policy file, read at start and again whenever it changes. */
@Tag("matrix")
class PolicyFileTest {
  /** What the contract allows for a change to be in force. */
  private static final int RELOAD_MILLIS = 2_000;

  @TempDir Path folder;

  static List<Jdk> jdks() {
    return Jdk.ends();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aChangedFileIsInForceSoonAndABadOneIsNot(Jdk jdk) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS11)) {
      Path policy = folder.resolve("policy.yaml");
      Files.writeString(policy, "mode: audit\n");
      ChildJvm child = rounds(jdk, 5, "policy=" + policy, server);
      assertThat(child.round(1, server.target())).contains(" ok TLSv1.1 ");

      Files.writeString(policy, "mode: enforce\n");
      awaitChange(child, "mode: audit -> enforce");
      assertThat(child.round(2, server.target())).contains("stockade: blocked TLS to ");

      Files.writeString(policy, "mode: enforce\nexcetions: []\n");
      assertThat(awaitChange(child, "the policy before stays").get("reason").getAsString())
          .startsWith(policy + ":2: ")
          .contains("exceptions");
      assertThat(child.round(3, server.target())).contains("stockade: blocked TLS to ");

      Files.writeString(policy, "mode: enforce\n" + exception(server, "2999-12-31"));
      awaitChange(child, "exception erp: added");
      assertThat(child.round(4, server.target())).contains(" ok TLSv1.1 ");

      Files.delete(policy);
      awaitChange(child, "cannot be read");
      assertThat(child.round(5, server.target())).contains(" ok TLSv1.1 ");

      Outcome outcome = child.outcome().assertHostLived();
      assertThat(outcome.records("tls.handshake"))
          .extracting(r -> r.get("mode").getAsString() + " " + r.get("action").getAsString())
          .startsWith("audit would-block", "enforce hardened");
      assertThat(outcome.records("tls.handshake").get(1).get("exception").getAsString())
          .isEqualTo("erp");
      assertThat(outcome.records("tls.blocked")).hasSize(2);
      assertThat(outcome.records("policy.change"))
          .allMatch(r -> Records.text(r, "policy.digest").startsWith("sha256:"));
    }
  }

  @Test
  void eachRuleHasItsStage() throws Exception {
    try (OpensslServer old = OpensslServer.limitedTo(Peer.TLS11);
        OpensslServer noSecrecy = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA)) {
      Path policy = folder.resolve("policy.yaml");
      Files.writeString(policy, "mode: enforce\nrules: {tls.min-version: {stage: audit}}\n");
      Outcome outcome =
          rounds(Jdk.running(), 1, "policy=" + policy, old, noSecrecy).outcome().assertHostLived();

      assertThat(outcome.lineFor(old.target())).contains(" ok TLSv1.1 ");
      assertThat(outcome.lineFor(noSecrecy.target())).contains("stockade: blocked TLS to ");
      assertThat(outcome.actions()).containsExactly("would-block");
    }
  }

  @Test
  void aRecordSaysWhichChangesWaitForTheNextStart() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS11)) {
      Path policy = folder.resolve("policy.yaml");
      Files.writeString(policy, "canary: {percent: 10}\n");
      ChildJvm child = rounds(Jdk.running(), 2, "policy=" + policy, server);
      child.round(1, server.target());
      Files.writeString(policy, "canary: {percent: 50}\nsummary: false\n");
      assertThat(awaitChange(child, "canary.percent: 10 -> 50").get("reason").getAsString())
          .contains("(at the next start: summary)");
      child.round(2, server.target());
      child.outcome().assertHostLived();
    }
  }

  @Test
  void anExpiredExceptionIsReportedAndByChoiceEnforced() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS11)) {
      Path policy = folder.resolve("policy.yaml");
      Files.writeString(policy, "mode: enforce\n" + exception(server, "2020-01-31"));
      ChildJvm child = rounds(Jdk.running(), 2, "policy=" + policy, server);
      assertThat(child.round(1, server.target())).contains(" ok TLSv1.1 ");
      Files.writeString(
          policy, "mode: enforce\nexpired-exceptions: enforce\n" + exception(server, "2020-01-31"));
      awaitChange(child, "expired-exceptions: report -> enforce");
      assertThat(child.round(2, server.target())).contains("stockade: blocked TLS to ");

      JsonObject allowed = child.outcome().assertHostLived().records("tls.handshake").get(0);
      assertThat(allowed.get("verdict").getAsString()).isEqualTo("warn");
      assertThat(allowed.get("reason").getAsString()).contains("expired on 2020-01-31");
    }
  }

  @Test
  void anOptionThatWasGivenOtherwiseIsStrongerThanTheFile() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS11)) {
      Path policy = folder.resolve("policy.yaml");
      Files.writeString(policy, "mode: enforce\nservice: billing\n");
      Outcome outcome =
          rounds(Jdk.running(), 1, "mode=audit,policy=" + policy, server)
              .outcome()
              .assertHostLived();

      assertThat(outcome.lineFor(server.target())).contains(" ok TLSv1.1 ");
      assertThat(outcome.records("tls.handshake").get(0).get("service").getAsString())
          .isEqualTo("billing");
    }
  }

  @Test
  void aFileThatIsMissingOrBadAtStartLeavesTheOptions() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS11)) {
      Path policy = folder.resolve("policy.yaml");
      Files.writeString(policy, "mode: [enforce\n");
      ChildJvm child = rounds(Jdk.running(), 2, "policy=" + policy, server);
      assertThat(child.round(1, server.target())).contains(" ok TLSv1.1 ");
      Files.writeString(policy, "mode: enforce\n");
      awaitChange(child, "mode: audit -> enforce");
      assertThat(child.round(2, server.target())).contains("stockade: blocked TLS to ");

      assertThat(child.outcome().assertHostLived().err())
          .anyMatch(line -> line.contains(policy + ":") && line.contains("without the policy"));
    }
  }

  @Test
  void aFolderOfKubernetesThatIsSwappedByItsLinkIsSeen() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS11)) {
      Path old = Files.createDirectory(folder.resolve("..1"));
      Path next = Files.createDirectory(folder.resolve("..2"));
      Files.writeString(old.resolve("policy.yaml"), "mode: audit  \n");
      Files.writeString(next.resolve("policy.yaml"), "mode: enforce\n");
      FileTime time = FileTime.fromMillis(1_700_000_000_000L);
      Files.setLastModifiedTime(old.resolve("policy.yaml"), time);
      Files.setLastModifiedTime(next.resolve("policy.yaml"), time);
      Path data = Files.createSymbolicLink(folder.resolve("..data"), old);
      Path policy = Files.createSymbolicLink(folder.resolve("p"), data.resolve("policy.yaml"));
      ChildJvm child = rounds(Jdk.running(), 2, "policy=" + policy, server);
      assertThat(child.round(1, server.target())).contains(" ok TLSv1.1 ");

      Path link = Files.createSymbolicLink(folder.resolve("..tmp"), next);
      Files.move(link, data, StandardCopyOption.ATOMIC_MOVE);
      awaitChange(child, "mode: audit -> enforce");
      assertThat(child.round(2, server.target())).contains("stockade: blocked TLS to ");
      child.outcome().assertHostLived();
    }
  }

  @Test
  void aPipeInPlaceOfTheFileKeepsNobodyWaiting() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS11)) {
      Path pipe = folder.resolve("policy.yaml");
      Command.run(folder, "mkfifo " + pipe);
      Outcome outcome = rounds(Jdk.running(), 1, "policy=" + pipe, server).outcome();

      assertThat(outcome.lineFor(server.target())).contains(" ok TLSv1.1 ");
      assertThat(outcome.err()).anyMatch(line -> line.contains("it is no regular file"));
    }
  }

  @Test
  void aCandidateIsReportedAndChangesNothing() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS12_ECDHE)) {
      Path policy = folder.resolve("policy.yaml");
      Files.writeString(policy, "mode: enforce\ncandidate: {profile: mozilla-modern-6.0}\n");
      Outcome outcome =
          rounds(Jdk.running(), 1, "policy=" + policy, server).outcome().assertHostLived();

      assertThat(outcome.lineFor(server.target())).contains(" ok TLSv1.2 ");
      JsonObject record = outcome.records("tls.handshake").get(0);
      assertThat(Records.text(record, "candidate.action")).isEqualTo("would-block");
      assertThat(Records.text(record, "candidate.reason")).contains("mozilla-modern-6.0");
    }
  }

  @Test
  void aKillFileTurnsEverythingOffWhileItIsThere() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS11)) {
      Path kill = folder.resolve("off");
      ChildJvm child = rounds(Jdk.running(), 3, "mode=enforce,kill-file=" + kill, server);
      assertThat(child.round(1, server.target())).contains("stockade: blocked TLS to ");
      Files.createFile(kill);
      Waiting.forRecord(child.journal(), 1_500, saying("lifecycle", "hooks are off"));
      assertThat(child.round(2, server.target())).contains(" ok TLSv1.1 ");
      Files.delete(kill);
      Waiting.forRecord(child.journal(), 1_500, saying("lifecycle", "hooks are on"));
      assertThat(child.round(3, server.target())).contains("stockade: blocked TLS to ");

      Outcome outcome = child.outcome().assertHostLived();
      assertThat(outcome.records("tls.handshake")).isEmpty();
      assertThat(outcome.records("tls.blocked")).hasSize(2);
      assertThat(outcome.records("tamper"))
          .extracting(record -> record.get("reason").getAsString())
          .containsExactly(
              "switched off by the kill file " + kill,
              "on again: the kill file " + kill + " is gone");
    }
  }

  @Test
  void aKillFileThatIsThereAtStartKeepsStockadeOut() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS11)) {
      Path kill = Files.createFile(folder.resolve("off"));
      Outcome outcome =
          rounds(Jdk.running(), 1, "mode=enforce,kill-file=" + kill, server).outcome();

      assertThat(outcome.lineFor(server.target())).contains(" ok TLSv1.1 ");
      assertThat(outcome.err()).anyMatch(line -> line.contains("there is the kill file " + kill));
      assertThat(outcome.records()).isEmpty();
    }
  }

  @Test
  void aKillFileThatThePolicyFileNamesWorksToo() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS11)) {
      Path kill = folder.resolve("off");
      Path policy =
          Files.writeString(folder.resolve("p.yaml"), "mode: enforce\nkill-file: " + kill + "\n");
      ChildJvm child = rounds(Jdk.running(), 2, "policy=" + policy, server);
      assertThat(child.round(1, server.target())).contains("stockade: blocked TLS to ");
      Files.createFile(kill);
      Waiting.forRecord(child.journal(), 1_500, saying("lifecycle", "hooks are off"));
      assertThat(child.round(2, server.target())).contains(" ok TLSv1.1 ");
      child.outcome().assertHostLived();
    }
  }

  private static JsonObject awaitChange(ChildJvm child, String text) throws Exception {
    return Waiting.forRecord(child.journal(), RELOAD_MILLIS, saying("policy.change", text));
  }

  private static String exception(OpensslServer server, String expires) {
    return "exceptions:\n"
        + "  - id: erp\n"
        + "    match: {cidr: 127.0.0.0/8, port: "
        + server.port()
        + ", direction: out}\n"
        + "    allow: {min-version: TLSv1.1, forward-secrecy: optional}\n"
        + "    owner: payments\n    reason: appliance\n    expires: "
        + expires
        + "\n";
  }

  /** A client that makes a round of visits, and another one each time it is told to go on. */
  private static ChildJvm rounds(Jdk jdk, int rounds, String options, OpensslServer... servers)
      throws Exception {
    String[] targets = new String[servers.length];
    for (int i = 0; i < servers.length; i++) {
      targets[i] = servers[i].target();
    }
    ChildJvm child =
        ChildJvm.on(jdk)
            .withLegacyAlgorithms()
            .with("-Dapp.repeat=" + rounds, "-Dapp.wait-between=true")
            .agent(Launch.JAVAAGENT, options)
            .start("SocketClient", targets);
    return child;
  }
}
