package dev.stockade.cli.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private long now;

  @Test
  void itIsShownForWhatTakesLongerThanTwoSecondsAndTakenAway() {
    Progress progress = new Progress(new PrintStream(out, true, UTF_8), () -> now);
    now = 1_900;
    progress.at("reading", 50 << 20, 100 << 20);
    assertThat(out.size()).isZero();

    now = 2_100;
    progress.at("reading", 60 << 20, 100 << 20);
    now = 2_150;
    progress.at("reading", 61 << 20, 100 << 20);
    assertThat(out.toString(UTF_8)).isEqualTo("\rreading: 60 of 100 MB, 60 %");

    progress.end();
    assertThat(out.toString(UTF_8)).endsWith("\r" + " ".repeat(27) + "\r");
  }

  @Test
  void whatIsOverSoonOrOnNoTerminalShowsNothing() {
    Progress progress = new Progress(new PrintStream(out, true, UTF_8), () -> now);
    progress.end();
    Progress.none().at("reading", 1, 2);
    Progress.none().end();
    assertThat(out.size()).isZero();
  }
}
