package dev.stockade.cli.follow.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link Labels}. */
class LabelsTest {
  @Test
  void whatIsNotSeenButObeyedIsReplaced() {
    assertThat(Labels.name("a\u001b\u009b\u202e\u2028\u2029\u007f\u00e4"))
        .isEqualTo("a______\u00e4");
  }
}
