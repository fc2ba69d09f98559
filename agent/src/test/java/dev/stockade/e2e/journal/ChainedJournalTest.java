package dev.stockade.e2e.journal;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Cli;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.Records;
import dev.stockade.e2e.kit.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
    assertThat(whole.out()).singleElement().asString().contains("whole, 8 records");

    List<String> lines = Files.readAllLines(journal);
    lines.set(1, lines.get(1).replace("TLSv1.3", "TLSv1.2"));
    Files.write(journal, lines);
    Outcome broken = Cli.run("verify", journal.toString());
    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(broken.out()).anyMatch(line -> line.contains("j.ndjson:3: the line before"));
  }

  /** For a moment both the engine that leaves and the one that comes write to the journal. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void isWholeAcrossTheEnginesOfAJvmWhichHaveOneName(Jdk jdk) throws Exception {
    Path journal = folder.resolve("j.ndjson");
    String options = "log=error,journal=" + journal + ",journal.chain=true,journal.max-size=64k";
    options += ",journal.keep=500";
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA)) {
      ChildJvm child =
          ChildJvm.on(jdk)
              .withLegacyAlgorithms()
              .environment("AWS_EXECUTION_ENV", "AWS_ECS_FARGATE")
              .environment("AWS_REGION", "eu-west-1")
              .agentOnly(options)
              .with("-Dapp.repeat=200")
              .start("SocketClient", server.target());
      for (int i = 1; i < 4; i++) {
        child.awaitLines(server.target() + " ok", 40 * i);
        child.attach(i == 2 ? options + ",attach.reset=true" : "log=error");
      }
      assertThat(child.outcome().exitCode()).isZero();
    }

    Outcome whole = Cli.run("verify", journal.toString());
    assertThat(whole.exitCode()).describedAs("%s", whole).isZero();
    List<JsonObject> records = new ArrayList<>();
    try (Stream<Path> parts = Files.list(folder)) {
      for (Path part : parts.toList()) {
        records.addAll(Records.in(part));
      }
    }
    assertThat(each(records, "process")).hasSize(1).doesNotContainNull();
    assertThat(records)
        .filteredOn(record -> "started".equals(text(record, "reason")))
        .hasSize(4)
        .allMatch(record -> text(record, "cloud.platform").equals("ecs"))
        .allMatch(record -> text(record, "cloud.region").equals("eu-west-1"));
    assertThat(each(records, "stockade")).hasSize(1).doesNotContainNull();
    records.removeIf(record -> !text(record, "kind").equals("tls.handshake"));
    assertThat(records.size()).isEqualTo(200);
    assertThat(each(records, "rule")).containsExactly("tls.forward-secrecy");
  }

  private static Set<String> each(List<JsonObject> records, String field) {
    Set<String> texts = new HashSet<>();
    records.forEach(record -> texts.add(text(record, field)));
    return texts;
  }

  /** What others wrote is theirs, also where a limit or a full disk cuts our line. */
  @Test
  void aLineThatIsCutOffTakesNoneOfAnotherProcessWithIt() throws Exception {
    Path journal = folder.resolve("limited.ndjson");
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA)) {
      ChildJvm child =
          ChildJvm.on(Jdk.running())
              .withLegacyAlgorithms()
              .under("bash", "-c", "ulimit -f 64; exec \"$@\"", "bash")
              .agentOnly("log=error,journal=" + journal)
              .with("-Dapp.repeat=2", "-Dapp.wait-between=true")
              .start("SocketClient", server.target());
      child.round(1, server.target());
      Waiting.until(() -> Files.exists(journal) && Files.readString(journal).contains("1.2"));
      String theirs = "x".repeat(64 * 1024 - (int) Files.size(journal) - 101) + "\n";
      Files.writeString(journal, theirs, StandardOpenOption.APPEND);
      child.round(2, server.target());
      assertThat(child.outcome().exitCode()).isZero();

      assertThat(Files.readString(journal)).contains(theirs);
      assertThat(Files.size(journal)).isBetween(64 * 1024 - 100L, 64 * 1024L);
    }
  }
}
