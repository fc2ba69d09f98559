package dev.stockade.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final List<String> shown = new ArrayList<>();
  private long now;

  @Test
  void itIsShownForWhatTakesLongerThanTwoSecondsAndTakenAway() {
    Progress progress = new Progress(shown::add, () -> now);
    now = 1_900;
    progress.at("reading", 50 << 20, 100 << 20);
    assertThat(shown).isEmpty();

    now = 2_100;
    progress.at("reading", 60 << 20, 100 << 20);
    now = 2_150;
    progress.at("reading", 61 << 20, 100 << 20);
    assertThat(shown).containsExactly("reading: 60 of 100 MB, 60 %");

    progress.end();
    assertThat(shown).endsWith(" ".repeat(27), "");
  }

  @Test
  void whatIsOverSoonOrOnNoTerminalShowsNothing() {
    Progress progress = new Progress(shown::add, () -> now);
    progress.end();
    Progress.none().at("reading", 1, 2);
    Progress.none().end();
    assertThat(shown).isEmpty();
  }
}
