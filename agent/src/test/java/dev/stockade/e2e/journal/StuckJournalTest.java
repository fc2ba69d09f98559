package dev.stockade.e2e.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.Attached;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Cli;
import dev.stockade.e2e.kit.Command;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who operates Stockade is obeyed and told the truth while nothing can be written. */
class StuckJournalTest {
  @TempDir Path folder;

  @Test
  void policyAndKillFileAreObeyedWhileThePipeHasNoReader() throws Exception {
    Path pipe = folder.resolve("journal");
    Command.run(folder, "mkfifo " + pipe);
    Path policy = Files.writeString(folder.resolve("policy.yaml"), "mode: audit\n");
    Path kill = folder.resolve("off");
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS11)) {
      ChildJvm child =
          ChildJvm.on(Jdk.running())
              .withLegacyAlgorithms()
              .with("-Dapp.repeat=4", "-Dapp.wait-between=true")
              .agentOnly("journal=" + pipe + ",policy=" + policy + ",kill-file=" + kill)
              .start("SocketClient", server.target());
      assertThat(child.round(1, server.target())).contains(" ok TLSv1.1 ");

      Files.writeString(policy, "mode: enforce\n");
      Thread.sleep(1_000);
      assertThat(child.round(2, server.target())).contains("stockade: blocked TLS to ");
      Files.createFile(kill);
      Thread.sleep(1_000);
      assertThat(child.round(3, server.target())).contains(" ok TLSv1.1 ");
      Files.delete(kill);
      Thread.sleep(1_000);

      assertStatusTells(child, pipe);
      assertThat(child.round(4, server.target())).contains("stockade: blocked TLS to ");
      long begin = System.nanoTime();
      Outcome outcome = child.outcome();
      assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin)).isLessThan(5);
      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.err())
          .filteredOn(line -> line.contains("the journal " + pipe + " is stuck: it has taken"))
          .hasSize(1);
    }
  }

  @Test
  void aDetachIsBoundedAndSaysWhatIsLost() throws Exception {
    Path pipe = folder.resolve("journal");
    Command.run(folder, "mkfifo " + pipe);
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS13)) {
      ChildJvm child =
          ChildJvm.on(Jdk.running())
              .with("-Dapp.repeat=2", "-Dapp.wait-between=true")
              .agentOnly("journal=" + pipe)
              .start("SocketClient", server.target());
      child.round(1, server.target());
      Thread.sleep(3_500);
      long begin = System.nanoTime();
      Outcome detach = Cli.run("detach", String.valueOf(child.pid()));
      assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin)).isLessThan(6);
      assertThat(detach.out())
          .anyMatch(
              line ->
                  line.contains("runs without Stockade")
                      && line.contains("its last records are lost: the journal " + pipe));
      child.round(2, server.target());
      assertThat(child.outcome().exitCode()).isZero();
    }
  }

  private static void assertStatusTells(ChildJvm child, Path pipe) throws Exception {
    try (Attached attached = Attached.to(child)) {
      JsonObject stuck = attached.ask("status").getAsJsonObject("stuck");
      assertThat(stuck.get("output").getAsString()).isEqualTo(pipe.toString());
      assertThat(stuck.get("since").getAsString()).endsWith("Z");
      assertThat(stuck.get("waiting").getAsInt()).isPositive();
      assertThat(attached.ask("summary").get("error").getAsString()).contains(" is stuck: ");
    }
    assertThat(Cli.run("status", String.valueOf(child.pid())).out())
        .anyMatch(line -> line.startsWith("STUCK") && line.contains(pipe + " is stuck: "));
  }
}
