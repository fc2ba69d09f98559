package dev.stockade.fleet.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LineBlocksTest {
  /** Lines of all lengths, one longer than a block among them. */
  @Test
  void arraysThatAreFilledAgainChangeNothing() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      text.append("line ").append(i).append("x".repeat(i == 1500 ? 700_000 : i % 900)).append('\n');
    }
    byte[] file = text.append("the last").toString().getBytes(StandardCharsets.UTF_8);
    LineBlocks.Spare spare = new LineBlocks.Spare();
    for (int round = 0; round < 3; round++) {
      LineBlocks blocks = new LineBlocks(new ByteArrayInputStream(file), true, spare);
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      for (LineBlock block = blocks.next(); block != null; block = blocks.next()) {
        read.write(block.bytes(), 0, block.length());
        spare.add(block);
      }
      assertThat(read.toByteArray()).isEqualTo(file);
    }
  }
}
