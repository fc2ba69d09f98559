package dev.stockade.cli.journal;

import static dev.stockade.cli.journal.SeenFacts.AUDIT;
import static dev.stockade.cli.journal.SeenFacts.STATIC_RSA;
import static dev.stockade.cli.journal.SeenFacts.json;
import static dev.stockade.cli.journal.SeenFacts.out;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.base.Digest;
import dev.stockade.cli.Cli;
import dev.stockade.journal.record.HashChain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify}, on journals of which somebody changed something. */
class VerifyCommandTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("j.ndjson");
  }

  @Test
  void aJournalOfTwoRunsIsWhole() {
    run(3, 0);
    run(2, 0);

    Cli cli = Cli.run("verify", file);

    assertThat(cli.exitCode()).describedAs("%s", cli).isZero();
    assertThat(cli.lines())
        .singleElement()
        .asString()
        .matches("\\Q" + file + "\\E: whole, [0-9]+ records, head sha256:[0-9a-f]{64}");
    assertThat(json(Cli.run("verify", "-o", "json", file)).get("ok").getAsBoolean()).isTrue();
  }

  @Test
  void aLineThatWasChangedShowsAtTheNextOne() throws IOException {
    run(5, 0);
    List<String> lines = lines();
    lines.set(2, lines.get(2).replace("\"out\"", "\"in\""));

    assertBroken(lines, 4);
  }

  @Test
  void aLineThatWasRemovedOrAddedOrMovedShows() throws IOException {
    run(5, 0);
    List<String> lines = lines();

    List<String> fewer = new ArrayList<>(lines);
    fewer.remove(2);
    assertBroken(fewer, 3);

    List<String> more = new ArrayList<>(lines);
    more.add(3, more.get(2));
    assertBroken(more, 4);

    List<String> moved = new ArrayList<>(lines);
    Collections.swap(moved, 1, 2);
    assertBroken(moved, 2, 3, 4);

    List<String> foreign = new ArrayList<>(lines);
    foreign.add(2, "{\"kind\":\"tls.handshake\"}");
    assertBroken(foreign, 3, 4);
  }

  /** Whoever changes all that follows makes a whole chain again; the numbers still tell. */
  @Test
  void aRecordThatIsMissingShowsInTheNumbersToo() throws IOException {
    run(5, 0);
    run(1, 0);
    List<String> lines = lines();
    lines.remove(2);
    Files.write(file, chained(lines));

    Cli cli = Cli.run("verify", file);

    assertThat(cli.exitCode()).isEqualTo(1);
    assertThat(cli.lines().get(0))
        .endsWith(
            "j.ndjson:3: this is record 4 of its process, and no record 3 is before it: records are"
                + " missing there");
    assertThat(cli.lines()).hasSize(2);
  }

  @Test
  void kindsOfLaterVersionsAreLinkedAndNumberedLikeAll() throws IOException {
    run(3, 0);
    List<String> lines = lines();
    lines.replaceAll(line -> line.replace("tls.handshake", "tls.certificate"));
    Files.write(file, chained(lines));

    assertThat(Cli.run("verify", file).exitCode()).isZero();

    lines.remove(1);
    Files.write(file, chained(lines));
    assertThat(Cli.run("verify", file).out()).contains("this is record 3");
  }

  private static List<String> chained(List<String> lines) {
    List<String> chained = new ArrayList<>();
    String prev = HashChain.GENESIS;
    for (String line : lines) {
      chained.add(line.replaceFirst("sha256:[0-9a-f]{64}\"}$", prev + "\"}"));
      prev = Digest.of(chained.get(chained.size() - 1).getBytes(UTF_8));
    }
    return chained;
  }

  @Test
  void whatIsCutOffAtTheEndShowsOnlyInTheHead() throws IOException {
    run(5, 0);
    String head = Cli.run("verify", file).out();
    List<String> lines = lines();
    Files.write(file, lines.subList(0, lines.size() - 1));

    Cli cut = Cli.run("verify", file);

    assertThat(cut.exitCode()).isZero();
    assertThat(cut.out()).isNotEqualTo(head);
  }

  @Test
  void whatIsCutOffBetweenTwoRunsDoesNotShow() throws IOException {
    run(5, 0);
    List<String> lines = lines();
    Files.write(file, lines.subList(0, 3));
    run(1, 0);

    assertThat(Cli.run("verify", file).exitCode()).isZero();
  }

  @Test
  void aLineThatACrashToreIsNoBreak() throws IOException {
    run(2, 0);
    String whole = Files.readString(file);
    Files.writeString(file, whole + "{\"time\":\"20");
    run(2, 0);

    assertThat(Cli.run("verify", file).exitCode()).isZero();
  }

  @Test
  void theChainGoesOnInTheNextFile() throws IOException {
    run(40, 4_000);
    assertThat(Files.exists(folder.resolve("j.ndjson.3"))).isTrue();
    assertThat(Cli.run("verify", file).exitCode()).isZero();

    Files.delete(folder.resolve("j.ndjson.2"));
    Files.move(folder.resolve("j.ndjson.1"), folder.resolve("kept"));
    Cli rest = Cli.run("verify", file);
    assertThat(rest.exitCode()).isZero();
    assertThat(rest.out()).contains("begins in the middle");
  }

  @Test
  void aJournalWithoutChainAndOneThatIsNotThereAreTold() throws IOException {
    try (TestJournal journal = new TestJournal(file, AUDIT)) {
      journal.add(out("host", 443, "TLSv1.2", STATIC_RSA));
    }
    Cli plain = Cli.run("verify", file);
    assertThat(plain.exitCode()).isEqualTo(1);
    assertThat(plain.out()).contains("not chained", "journal.chain=true");

    Cli absent = Cli.run("verify", folder.resolve("absent"));
    assertThat(absent.exitCode()).isEqualTo(2);
    assertThat(absent.err()).contains("there is no such file");
  }

  private void assertBroken(List<String> lines, int... at) throws IOException {
    Files.write(file, lines);
    Cli cli = Cli.run("verify", file);
    assertThat(cli.exitCode()).isEqualTo(1);
    assertThat(cli.lines()).describedAs("%s", cli).hasSize(at.length + 1);
    for (int i = 0; i < at.length; i++) {
      assertThat(cli.lines().get(i)).contains("j.ndjson:" + at[i] + ": ");
    }
    assertThat(cli.lines().get(at.length)).contains("broken in " + at.length + " place");
  }

  private List<String> lines() throws IOException {
    return new ArrayList<>(Files.readAllLines(file));
  }

  private void run(int records, long maxSize) {
    try (TestJournal journal = new TestJournal(file, AUDIT, true, maxSize)) {
      for (int i = 0; i < records; i++) {
        journal.add(out("host" + i, 443, "TLSv1.2", STATIC_RSA));
      }
    }
  }
}
