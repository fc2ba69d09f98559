package dev.stockade.cli.journal;

import static dev.stockade.cli.journal.SeenFacts.GOOD;
import static dev.stockade.cli.journal.SeenFacts.journal;
import static dev.stockade.cli.journal.SeenFacts.json;
import static dev.stockade.cli.journal.SeenFacts.out;
import static dev.stockade.cli.journal.SeenFacts.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.cli.Cli;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which journals a command reads, and what it says of them. */
class JournalPathsTest {
  @TempDir private Path folder;
  private Path policy;

  /** Six parts: two of app a, three of b, one of c, each with one violation. */
  @BeforeEach
  void writeJournals() throws IOException {
    policy = write(folder, "p.yaml", "mode: enforce\n");
    Path made = journal(folder, out("old.internal", 443, "TLSv1.1", GOOD));
    byte[] text = Files.readAllBytes(made);
    Files.delete(made);
    Files.createDirectories(folder.resolve("logs/pod-1"));
    Files.write(folder.resolve("logs/a.ndjson"), text);
    Files.write(folder.resolve("logs/a.ndjson.1"), text);
    Files.write(folder.resolve("logs/pod-1/b.ndjson"), text);
    pack(folder.resolve("logs/pod-1/b.ndjson.1.gz"), text);
    pack(folder.resolve("logs/pod-1/b.ndjson-20261124.gz"), text);
    Files.write(folder.resolve("logs/c.ndjson.1"), text);
    Files.writeString(folder.resolve("logs/other.txt"), "no journal\n");
  }

  @ParameterizedTest
  @CsvSource({
    "logs, 6",
    "logs/*.ndjson, 2",
    "logs/?.ndjson*, 3",
    "logs/*/b.ndjson, 2",
    "log?/pod-*, 3",
    "*, 6",
    "logs/pod-1/b.ndjson-20261124.gz, 1",
    "logs/c.ndjson, 1",
    "logs/a.ndjson.1, 1",
  })
  void foldersAndWildcardsStandForAllJournalsInThem(String word, int parts) {
    Cli cli = Cli.run("whatif", "--policy", policy, folder + "/" + word);

    if (word.equals("*")) {
      assertThat(cli.err()).contains("p.yaml: not a journal");
    } else {
      assertThat(cli.err()).isEmpty();
      assertThat(cli.lines()).contains("newly blocked        " + parts);
    }
  }

  @Test
  void wordsThatMeanTheSameCountOnce() {
    Cli cli =
        Cli.run(
            "whatif", "--policy", policy, folder.resolve("logs"), folder.resolve("logs/a.ndjson"));

    assertThat(cli.lines()).contains("newly blocked        6");
  }

  @Test
  void whatWasSeenIsNamedWithItsTime() {
    Path journal = folder.resolve("logs/a.ndjson");

    assertThat(Cli.run("whatif", "--policy", policy, journal).lines().get(0))
        .matches("seen: 2 handshakes of orders on host-1, from 20\\S+Z to 20\\S+Z");
    assertThat(Cli.run("suggest-exceptions", journal).out())
        .containsPattern("# Seen: 2 handshakes of orders on host-1, from 20\\S+Z to 20\\S+Z\\.");
    JsonObject seen =
        json(Cli.run("whatif", "--policy", policy, journal, "-o", "json")).getAsJsonObject("seen");
    assertThat(seen.get("handshakes").getAsInt()).isEqualTo(2);
    assertThat(seen.get("services").toString()).isEqualTo("[\"orders\"]");
    assertThat(seen.get("instances").toString()).isEqualTo("[\"host-1\"]");
    assertThat(seen.get("first").getAsString()).startsWith("20");
  }

  @Test
  void noJournalIsAnErrorUnlessItIsSaid() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    for (Object word : new Object[] {empty, folder + "/x*.ndjson", folder.resolve("none.ndjson")}) {
      Cli refused = Cli.run("whatif", "--policy", policy, "--exit-code", word);
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.err()).containsPattern("no journal is there|no such file");

      Cli allowed =
          Cli.run("whatif", "--policy", policy, "--exit-code", "--allow-no-journal", word);
      assertThat(allowed.exitCode()).isZero();
      assertThat(allowed.lines().get(0))
          .isEqualTo("seen: no handshake and no AWS request; no journal at " + word);
      assertThat(Cli.run("suggest-exceptions", "--allow-no-journal", word).exitCode()).isZero();
    }
    assertThat(Cli.run("whatif", "--policy", policy, "--allow-no-journal", policy).exitCode())
        .isEqualTo(2);
    assertThat(Cli.run("whatif", "--policy", policy, "").err())
        .isEqualToIgnoringNewLines("the name of a journal is empty");
  }

  @Test
  void aPackedPartThatEndsEarlyIsSaid() throws IOException {
    Path packed = folder.resolve("logs/pod-1/b.ndjson.1.gz");
    byte[] bytes = Files.readAllBytes(packed);
    Files.write(packed, java.util.Arrays.copyOf(bytes, bytes.length - 10));

    Cli cli = Cli.run("whatif", "--policy", policy, packed);

    assertThat(cli.exitCode()).isZero();
    assertThat(cli.err()).hasLineCount(1).contains("b.ndjson.1.gz:", "cannot be read");
    assertThat(Cli.run("whatif", "--exit-code", "--policy", policy, packed).exitCode())
        .isEqualTo(1);
  }

  private static void pack(Path file, byte[] text) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text);
    }
  }
}
