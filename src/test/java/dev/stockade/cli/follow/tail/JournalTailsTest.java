package dev.stockade.cli.follow.tail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.cli.command.JsonText;
import dev.stockade.cli.command.JsonTree;
import dev.stockade.cli.command.JsonView;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each line is handed out once, whatever becomes of its file; no part of one. */
class JournalTailsTest {
  @TempDir private Path folder;
  private final List<String> lines = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private Places places = new Places();
  private JournalTails tails;
  private Path journal;

  @BeforeEach
  void open() {
    journal = folder.resolve("j.ndjson");
    tails = new JournalTails(List.of(folder.toString()), places, remarks::add);
  }

  @Test
  void whatIsAppendedIsNew() throws IOException {
    append("a\nb\n");
    assertThat(read()).containsExactly("a", "b");
    append("c\n");
    assertThat(read()).containsExactly("c");
    assertThat(read()).isEmpty();
  }

  @Test
  void aLineIsThereWhenItHasAnEnd() throws IOException {
    append("a");
    assertThat(read()).isEmpty();
    append("a\nb");
    assertThat(read()).containsExactly("aa");
    append("b\n");
    assertThat(read()).containsExactly("bb");
  }

  @Test
  void aRotationWhileNobodyLookedLosesNothingAndRepeatsNothing() throws IOException {
    append("a\n");
    read();
    append("b\n");
    rotate();
    append("c\n");
    rotate();
    append("d\n");
    assertThat(read()).containsExactly("b", "c", "d");
    rotate();
    pack(folder.resolve("j.ndjson.2"));
    append("e\n");
    assertThat(read()).containsExactly("e");
  }

  @Test
  void aPackedPartIsReadFromWhereItsFileWas() throws IOException {
    append("a\n");
    read();
    append("b\nc\n");
    rotate();
    pack(folder.resolve("j.ndjson.1"));
    assertThat(read()).containsExactly("b", "c");
  }

  @Test
  void aFileThatStartsAnewIsReadFromItsStart() throws IOException {
    append("a\nb\n");
    read();
    Files.writeString(journal, "c\n");
    assertThat(read()).containsExactly("c");
    Files.writeString(journal, "");
    assertThat(read()).isEmpty();
    Files.writeString(journal, "longer than it was before\n");
    assertThat(read()).containsExactly("longer than it was before");
  }

  @Test
  void oneThatIsShorterWithTheSameStartIsReadAgainAndSaid() throws IOException {
    append("a\nb\n");
    read();
    Files.writeString(journal, "a\n");
    read();
    assertThat(remarks).singleElement().asString().contains("shorter than it was");
    assertThat(read()).containsExactly("a");
  }

  @Test
  void copyAndTruncateRepeatsNothing() throws IOException {
    append("a\n");
    read();
    append("b\n");
    Files.copy(journal, folder.resolve("j.ndjson.1"));
    assertThat(read()).containsExactly("b");
    Files.writeString(journal, "");
    append("c\n");
    assertThat(read()).containsExactly("c");
  }

  @Test
  void journalsThatComeLaterAreFound() throws IOException {
    assertThat(read()).isEmpty();
    Files.createDirectories(folder.resolve("pod-1"));
    Files.writeString(folder.resolve("pod-1/k.ndjson"), "x\n");
    assertThat(read()).containsExactly("x");
  }

  @Test
  void aRestartGoesOnWhereTheCheckpointSays() throws IOException {
    append("a\nb\n");
    read();
    String saved = JsonText.of(java.util.Map.of("places", places.members()));
    append("c\n");
    rotate();
    append("d\n");

    places = new Places();
    new JsonView("checkpoint", JsonTree.object(saved)).each("places").forEach(places::restore);
    open();
    assertThat(read()).containsExactly("c", "d");
  }

  @Test
  void aTakerThatHasEnoughGetsTheRestTheNextTime() throws IOException {
    append("a\nb\nc\n");
    assertThat(tails.poll((part, at, line) -> !lines.add(text(line)))).isTrue();
    assertThat(lines).containsExactly("a");
    lines.clear();
    assertThat(read()).containsExactly("b", "c");
  }

  @Test
  void aLineThatIsTooLongIsHandedOutWithoutText() throws IOException {
    append("a\n" + "x".repeat(3 << 20) + "\nb\n");
    assertThat(read()).containsExactly("a", null, "b");
  }

  private List<String> read() {
    lines.clear();
    assertThat(tails.poll((part, at, line) -> lines.add(text(line)))).isFalse();
    return lines;
  }

  private void append(String text) throws IOException {
    Files.writeString(journal, text, CREATE, APPEND);
  }

  /** As the journal does it. */
  private void rotate() throws IOException {
    for (int i = 5; i >= 1; i--) {
      for (String packed : List.of("", ".gz")) {
        Path part = folder.resolve("j.ndjson." + i + packed);
        if (Files.exists(part)) {
          Files.move(part, folder.resolve("j.ndjson." + (i + 1) + packed));
        }
      }
    }
    Files.move(journal, folder.resolve("j.ndjson.1"));
  }

  private static void pack(Path part) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(part + ".gz")))) {
      out.write(Files.readString(part).getBytes(UTF_8));
    }
    Files.delete(part);
  }

  private static String text(byte[] line) {
    return line == null ? null : new String(line, UTF_8);
  }
}
