package dev.stockade.e2e.journal;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Cli;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.Records;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code journal.format}: other products' forms, which commands read like Stockade's own. */
@Tag("matrix")
class JournalFormatTest {
  @TempDir Path folder;

  static List<Jdk> jdks() {
    return Jdk.ends();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aServiceWritesEachFormAndCommandsReadIt(Jdk jdk) throws Exception {
    Path policy = Files.writeString(folder.resolve("p.yaml"), "mode: enforce\n");
    for (String[] form :
        List.of(
            new String[] {"ocsf", "class_uid", "4001"},
            new String[] {"ecs", "event.action", "tls-handshake"},
            new String[] {"emf", "Handshakes", "1"})) {
      Path journal = folder.resolve(form[0] + ".ndjson");
      run(jdk, "journal=" + journal + ",journal.chain=true,journal.format=" + form[0]);

      assertThat(Records.in(journal))
          .describedAs(form[0])
          .anyMatch(record -> form[2].equals(text(record, form[1])));
      JsonObject replay =
          json(Cli.run("whatif", "--policy", policy.toString(), journal.toString(), "-o", "json"));
      assertThat(replay.getAsJsonObject("seen").get("handshakes").getAsInt()).isEqualTo(1);
      assertThat(replay.getAsJsonObject("newly blocked").get("count").getAsInt()).isEqualTo(1);
      assertThat(Cli.run("verify", journal.toString()).exitCode()).isZero();
    }
  }

  @Test
  void anExportIsOneLineARecordAndTellsWhatItLeavesOut() throws Exception {
    Path journal = folder.resolve("j.ndjson");
    run(Jdk.running(), "journal=" + journal);

    Outcome ecs = Cli.run("export", "--format", "ecs", journal.toString());
    Outcome flows = Cli.run("export", "--format", "flow-log", journal.toString());

    assertThat(ecs.out()).hasSameSizeAs(Files.readAllLines(journal));
    assertThat(flows.out())
        .hasSize(2)
        .last()
        .asString()
        .matches("2 - - 127\\.0\\.0\\.1 127\\.0\\.0\\.1 \\d+ \\d+ 6 - - \\d+ \\d+ ACCEPT OK");
    assertThat(flows.err()).anyMatch(line -> line.contains("left out, as flow-log has no place"));
  }

  private static void run(Jdk jdk, String options) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA)) {
      Outcome outcome =
          ChildJvm.on(jdk)
              .withLegacyAlgorithms()
              .agentOnly("log=error," + options)
              .start("SocketClient", server.target())
              .outcome();
      assertThat(outcome.exitCode()).describedAs("%s", outcome).isZero();
    }
  }

  private static JsonObject json(Outcome outcome) {
    return JsonParser.parseString(String.join("\n", outcome.out())).getAsJsonObject();
  }
}
