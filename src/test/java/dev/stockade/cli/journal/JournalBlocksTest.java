package dev.stockade.cli.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalBlocksTest {
  @TempDir private Path folder;

  @Test
  void theLinesAreThoseOfTheFile() throws IOException {
    Random random = new Random(7);
    int[] lengths = {0, 1, 700, 5_000, 300_000, 1 << 20, (1 << 20) + 1, 3_000_000};
    for (int round = 0; round < 40; round++) {
      StringBuilder text = new StringBuilder();
      for (int line = random.nextInt(12); line >= 0; line--) {
        int length = lengths[random.nextInt(round % 2 == 0 ? 5 : lengths.length)];
        text.append(String.valueOf((char) ('a' + line)).repeat(length)).append('\n');
      }
      if (random.nextBoolean()) {
        text.setLength(text.length() - 1);
      }
      Path file = Files.writeString(folder.resolve("j" + round), text);

      assertThat(lines(file)).isEqualTo(byLines(file));
    }
  }

  @Test
  void whatIsWholeIsHandedOutBeforeAFileFails() throws IOException {
    Path file = folder.resolve("j.ndjson.gz");
    StringBuilder text = new StringBuilder();
    Random random = new Random(7);
    while (text.length() < 900_000) {
      text.append(Long.toHexString(random.nextLong())).append('\n');
    }
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.toString().getBytes(UTF_8));
    }
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

    List<String> whole = new ArrayList<>();
    try (JournalBlocks blocks = JournalBlocks.open(file)) {
      assertThatThrownBy(() -> read(blocks, whole)).isInstanceOf(EOFException.class);
      assertThat(blocks.position()).isEqualTo(bytes.length / 2);
    }
    assertThat(whole).hasSizeGreaterThan(1000);
    assertThat(text.toString()).startsWith(String.join("\n", whole) + "\n");
  }

  private static List<String> lines(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    try (JournalBlocks blocks = JournalBlocks.open(file)) {
      read(blocks, lines);
    }
    return lines;
  }

  private static void read(JournalBlocks blocks, List<String> lines) throws IOException {
    for (Block block = blocks.next(); block != null; block = blocks.next()) {
      if (block.isTooLong) {
        lines.add("too long");
      }
      for (int start = 0; start < block.length; ) {
        int end = block.endOfLine(start);
        boolean tooLong = end - start > HeldLine.MAX_LENGTH;
        lines.add(tooLong ? "too long" : new String(block.bytes, start, end - start, UTF_8));
        start = end + 1;
      }
    }
  }

  private static List<String> byLines(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    try (JournalLines all = JournalLines.open(file, null)) {
      while (all.next()) {
        lines.add(all.isTooLong() ? "too long" : all.text());
      }
    }
    return lines;
  }
}
