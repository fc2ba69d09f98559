package dev.stockade.fleet.ship;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.cli.follow.tail.Places;
import dev.stockade.fleet.ship.Segment.Stage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits is sent once, also while it is written anew to make room. */
class SpoolTest {
  @TempDir private Path folder;

  @Test
  void whatIsWrittenAnewIsNotSentMeanwhile() throws Exception {
    try (Spool spool = Spool.open(folder, Checkpoint.read(folder, "s3://b", new Places()))) {
      spool.add(segment(0, Stage.WHOLE, "a", "b"));

      Segment whole = spool.rewrite(Stage.UNFOLDED);
      assertThat(whole.records).isEqualTo(2);
      assertThat(spool.take(50)).as("while it is written anew").isNull();

      spool.replace(segment(0, Stage.UNFOLDED, "a"));
      spool.release();
      assertThat(spool.take(50).records).isEqualTo(1);
      assertThat(spool.rewrite(Stage.GIVEN_UP)).as("what was tried may have arrived").isNull();
    }
  }

  @Test
  void whatIsReleasedAsItWasIsSentAsItWas() throws Exception {
    try (Spool spool = Spool.open(folder, Checkpoint.read(folder, "s3://b", new Places()))) {
      spool.add(segment(0, Stage.WHOLE, "a", "b"));
      spool.rewrite(Stage.UNFOLDED);
      spool.release();

      assertThat(spool.take(50).records).isEqualTo(2);
    }
  }

  @Test
  void whatAProcessMayHaveSentBeforeItWasKilledIsNotWrittenAnew() throws Exception {
    segment(0, Stage.WHOLE, "a", "b");
    segment(1, Stage.WHOLE, "c", "d");
    Checkpoint checkpoint = Checkpoint.read(folder, "s3://b", new Places());
    checkpoint.open = 2;
    try (Spool spool = Spool.open(folder, checkpoint)) {
      assertThat(spool.rewrite(Stage.UNFOLDED).number).isEqualTo(1);
    }
  }

  private Segment segment(long number, Stage stage, String... lines) throws IOException {
    try (SegmentWriter writer = new SegmentWriter(folder)) {
      for (String line : lines) {
        writer.add(("{\"kind\":\"" + line + "\"}").getBytes(UTF_8));
      }
      return writer.finish(number, stage, "2026113019");
    }
  }
}
