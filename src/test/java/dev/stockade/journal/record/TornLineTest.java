package dev.stockade.journal.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a line after a full disk, in a file that other processes may write to. */
class TornLineTest {
  private static final String LINE = "{\"ours\":\"a line of some length\"}\n";
  private static final String OURS = LINE.substring(0, 12);

  @TempDir Path folder;

  @Test
  void theLastOfTheFileIsTakenBack() throws IOException {
    assertLeft("before\n", OURS, "before\n");
    assertLeft("", OURS, "");
    assertLeft("before\n", "", "before\n");
  }

  @Test
  void whatAnotherProcessWroteMeanwhileStays() throws IOException {
    assertLeft("before\n", "theirs\n" + OURS, "before\ntheirs\n");
    assertLeft("before\n", "theirs, " + "x".repeat(300) + "\n" + OURS, null);
  }

  @Test
  void withALineBehindItItStaysTorn() throws IOException {
    assertLeft("before\n", OURS + "theirs\n", "before\n" + OURS + "theirs\n");
  }

  @Test
  void theirsIsEndedAndNeverCut() throws IOException {
    assertLeft("before\n", OURS + "{\"theirs", "before\n" + OURS + "{\"theirs\n");
    assertLeft("before\n", "{\"theirs", "before\n{\"theirs\n");
    assertLeft("torn", OURS, "torn");
  }

  @Test
  void aFileThatWasCutMeanwhileIsLeftAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("cut"), "a\n");
    TornLine.takeBack(file.toFile(), LINE.getBytes(UTF_8), 100);
    assertThat(file).hasContent("a\n");
  }

  @Test
  void aFileThatWasMovedAwayIsNotMadeAnew() throws IOException {
    Path file = folder.resolve("moved");
    TornLine.takeBack(file.toFile(), LINE.getBytes(UTF_8), 0);
    assertThat(file).doesNotExist();
  }

  /**
   * @param left null for all but ours
   */
  private void assertLeft(String before, String written, String left) throws IOException {
    Path file = Files.writeString(folder.resolve("j"), before + written);
    TornLine.takeBack(file.toFile(), LINE.getBytes(UTF_8), before.length());
    String all = before + written;
    assertThat(Files.readString(file))
        .isEqualTo(left == null ? all.substring(0, all.length() - OURS.length()) : left);
  }
}
