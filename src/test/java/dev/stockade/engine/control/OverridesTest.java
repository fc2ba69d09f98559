package dev.stockade.engine.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who set what, and when. */
class OverridesTest {
  @Test
  void whoAndWhenGoOnThroughAnUpgrade() {
    Overrides before = new Overrides();
    before.put("mode", "audit", "command line");
    Overrides after = new Overrides();

    before.said().forEach(after::restore);

    assertThat(after.members()).isEqualTo(before.members());
    assertThat(after.members().get(0)).contains("command line");
  }
}
