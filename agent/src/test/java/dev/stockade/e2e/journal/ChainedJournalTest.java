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

/** {@code journal.chain} in a service, over two runs, and {@code verify} afterwards. */
@Tag("matrix")
class ChainedJournalTest {
  @TempDir Path folder;

  static List<Jdk> jdks() {
    return Jdk.ends();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aJournalIsWholeUntilSomebodyChangesIt(Jdk jdk) throws Exception {
    Path journal = folder.resolve("j.ndjson");
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS13)) {
      for (int run = 0; run < 2; run++) {
        Outcome outcome =
            ChildJvm.on(jdk)
                .agentOnly("journal=" + journal + ",journal.chain=true")
                .start("SocketClient", server.target())
                .outcome();
        assertThat(outcome.exitCode()).isZero();
      }
    }
    Outcome whole = Cli.run("verify", journal.toString());
    assertThat(whole.exitCode()).describedAs("%s", whole).isZero();
    assertThat(whole.out()).singleElement().asString().contains("whole, 6 records");

    List<String> lines = Files.readAllLines(journal);
    lines.set(1, lines.get(1).replace("TLSv1.3", "TLSv1.2"));
    Files.write(journal, lines);
    Outcome broken = Cli.run("verify", journal.toString());
    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(broken.out()).anyMatch(line -> line.contains("j.ndjson:3: the line before"));
  }
}
