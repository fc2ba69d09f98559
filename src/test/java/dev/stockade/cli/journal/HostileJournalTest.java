package dev.stockade.cli.journal;

import static dev.stockade.cli.journal.SeenFacts.GOOD;
import static dev.stockade.cli.journal.SeenFacts.count;
import static dev.stockade.cli.journal.SeenFacts.journal;
import static dev.stockade.cli.journal.SeenFacts.json;
import static dev.stockade.cli.journal.SeenFacts.out;
import static dev.stockade.cli.journal.SeenFacts.write;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import dev.stockade.cli.Cli;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that are no journal, or are meant to break who reads them: one sentence, with the place.
 */
@Timeout(60)
class HostileJournalTest {
  @TempDir private Path folder;
  private Path policy;

  @BeforeEach
  void writePolicy() throws IOException {
    policy = write(folder, "p.yaml", "mode: enforce\n");
  }

  static Stream<List<String>> commands() {
    return Stream.of(
        List.of("whatif", "--policy", "p.yaml"), List.of("suggest-exceptions"), List.of("verify"));
  }

  @Tag("exhaustive")
  @Test
  void aLineOfMoreThanAGigabyteIsNotHeld() throws IOException {
    Path file = folder.resolve("big.ndjson");
    try (RandomAccessFile big = new RandomAccessFile(file.toFile(), "rw")) {
      big.setLength(1_100_000_000L);
    }

    Cli cli = Cli.run("whatif", "--policy", policy, file);

    assertThat(cli.exitCode()).isEqualTo(2);
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err())
        .hasLineCount(1)
        .contains(file.toRealPath() + ":1: not a whole record, skipped: longer than 1 MB");
  }

  @Test
  void verifyHashesALongLineWithoutHoldingIt() throws IOException {
    Path file = folder.resolve("j.ndjson");
    try (TestJournal journal = new TestJournal(file, SeenFacts.AUDIT, true, 0)) {
      journal.add(out("old.internal", 443, "TLSv1.1", GOOD));
      journal.add(out("new.internal", 443, "TLSv1.1", GOOD));
    }
    assertThat(Cli.run("verify", file).exitCode()).isZero();
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.add(1, "{\"a\":\"" + "x".repeat(3_000_000) + "\"}");
    Files.write(file, lines);

    Cli cli = Cli.run("verify", file);

    assertThat(cli.exitCode()).isEqualTo(1);
    assertThat(cli.out()).contains(file.toRealPath() + ":3: the line before is not the one");
  }

  @Test
  void aLongLineIsSkippedAndTheRestRead() throws IOException {
    Path file = journal(folder, out("old.internal", 443, "TLSv1.1", GOOD));
    Files.writeString(file, "{\"a\":\"" + "x".repeat(3_000_000) + "\"}\n", APPEND);
    Path second = Files.copy(file, folder.resolve("k.ndjson"));
    Files.writeString(second, Files.readString(file), APPEND);

    Cli cli = Cli.run("whatif", "--policy", policy, second);

    assertThat(cli.lines()).contains("newly blocked        2");
    assertThat(cli.err())
        .isEqualToIgnoringNewLines(
            second.toRealPath()
                + ":4: not a whole record, skipped: longer than 1 MB; 1 more line was skipped too");
  }

  @Tag("exhaustive")
  @Test
  void anyNumberOfDestinationsTakesABoundedPlace() throws IOException {
    String record = recorded();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      lines.add(record.replace("old.internal", "h" + i + ".internal"));
    }
    Path file = Files.write(folder.resolve("many.ndjson"), lines);

    Cli text = Cli.run("whatif", "--policy", policy, file);
    JsonObject result = json(Cli.run("whatif", "--policy", policy, file, "-o", "json"));
    Cli suggested = Cli.run("suggest-exceptions", file);

    assertThat(text.lines()).hasSizeLessThan(60).anyMatch(line -> line.contains("--all names"));
    assertThat(count(result, "newly blocked")).isEqualTo(20_000);
    assertThat(result.getAsJsonObject("newly blocked").getAsJsonArray("destinations"))
        .hasSize(5_001);
    assertThat(suggested.lines().stream().filter(line -> line.contains("- id:"))).hasSize(1000);
    assertThat(suggested.out()).contains("# not covered: 19000 times further destinations");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"time\":\"+999999999-12-31T23:59:59Z\"",
        "\"time\":\"-999999999-01-01T00:00:00Z\"",
        "\"time\":\"yesterday\"",
        "\"time\":7",
        "\"time\":{}",
        "\"time\":\"2026-11-23T18:45:00Z\",\"count\":-1",
        "\"time\":\"2026-11-23T18:45:00Z\",\"count\":0",
        "\"time\":\"2026-11-23T18:45:00Z\",\"count\":99999999999999999999",
        "\"time\":\"2026-11-23T18:45:00Z\",\"count\":1e400",
        "\"time\":\"2026-11-23T18:45:00Z\",\"first\":\"+999999999-12-31T23:59:59Z\"",
        "\"rules\":7",
        "\"peer\":[]",
      })
  void whatNoRecordCanHoldIsSkippedWithItsPlace(String members) throws IOException {
    String record =
        members.startsWith("\"time\"")
            ? recorded().replaceFirst("\"time\":\"[^\"]*\"", members)
            : recorded().replaceFirst("}$", "," + members + "}");
    Path file = write(folder, "odd.ndjson", recorded() + "\n" + record + "\n");

    for (List<String> words : commands().limit(2).toList()) {
      Cli cli = run(words, file);

      assertThat(cli.exitCode()).describedAs(cli.err()).isZero();
      assertThat(cli.err())
          .hasLineCount(1)
          .contains(file.toRealPath() + ":2: not a whole record, skipped: ");
    }
  }

  @Test
  void countsDoNotBecomeNegative() throws IOException {
    String record =
        recorded().replaceFirst("\"kind\"", "\"count\":999999999999999999,\"kind\"") + "\n";
    Path file = write(folder, "odd.ndjson", record.repeat(20));

    assertThat(Cli.run("whatif", "--policy", policy, file).lines())
        .contains("newly blocked        " + Long.MAX_VALUE);
    assertThat(Cli.run("suggest-exceptions", file).out())
        .contains("reason: \"" + Long.MAX_VALUE + " violations");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void whatIsNoJournalIsSaidInOneSentence(List<String> words) throws Exception {
    byte[] binary = new byte[300_000];
    new Random(7).nextBytes(binary);
    List<Path> files = new ArrayList<>();
    files.add(Files.write(folder.resolve("binary.ndjson"), binary));
    files.add(Files.write(folder.resolve("zero.ndjson"), new byte[100_000]));
    files.add(write(folder, "deep.ndjson", "[".repeat(200_000)));
    files.add(write(folder, "members.ndjson", "{\"a\":".repeat(100_000)));
    files.add(Files.createDirectory(folder.resolve("empty")));
    files.add(folder.resolve("missing"));
    files.add(new File("/dev/null").toPath());
    files.add(fifo());
    for (Path file : files) {
      Cli cli = run(words, file);

      assertThat(cli.exitCode()).describedAs(file + ": " + cli.err()).isBetween(0, 2);
      assertThat(cli.err() + cli.out()).contains(file.getFileName().toString());
      assertThat(cli.err()).doesNotContain("\tat ", "please report");
      assertThat(cli.err().lines().count()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void policiesAndCasesAreFilesOfABoundedSize() throws Exception {
    Path fifo = fifo();
    Path deep = write(folder, "deep.yaml", "- ".repeat(50_000) + "a\n");
    Path big = write(folder, "big.yaml", "# a comment\n".repeat(200_000));
    Path merged = write(folder, "cases.yaml", "- &a [*a]\n");

    assertThat(Cli.run("policy", "lint", fifo).err()).contains("a pipe or a device, not a file");
    assertThat(Cli.run("policy", "lint", "/dev/zero").err()).contains("a pipe or a device");
    assertThat(Cli.run("policy", "lint", big).err()).contains("big.yaml:1: more than 1 MB");
    assertThat(Cli.run("policy", "test", policy, deep).err())
        .contains("deep.yaml:1: nested deeper than 20 levels");
    assertThat(Cli.run("policy", "lint", deep).out())
        .contains("deep.yaml:1: error: nested deeper than 20 levels");
    assertThat(Cli.run("policy", "test", policy, merged).err()).hasLineCount(1);
  }

  private Path fifo() throws Exception {
    Path fifo = folder.resolve("fifo");
    if (!Files.exists(fifo)) {
      assumeTrue(File.separatorChar == '/');
      new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor();
    }
    return fifo;
  }

  private Cli run(List<String> words, Path file) {
    List<Object> all = new ArrayList<>(words);
    all.replaceAll(word -> word.equals("p.yaml") ? policy : word);
    all.add(file);
    return Cli.run(all.toArray());
  }

  private String recorded() throws IOException {
    Path file = folder.resolve("j.ndjson");
    if (!Files.exists(file)) {
      journal(folder, out("old.internal", 443, "TLSv1.1", GOOD));
    }
    return Files.readAllLines(file).stream()
        .filter(line -> line.contains("tls.handshake"))
        .findFirst()
        .orElseThrow();
  }
}
