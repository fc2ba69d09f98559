package dev.stockade.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GlobTest {
  @Test
  void starsStandForAnyCharactersAndQuestionMarksForOne() {
    assertThat(new Glob("*.erp.internal").fits("a.b.ERP.internal")).isTrue();
    assertThat(new Glob("*.erp.internal").fits("erp.internal")).isFalse();
    assertThat(new Glob("db?.x").fits("db1.x")).isTrue();
    assertThat(new Glob("db?.x").fits("db.x")).isFalse();
    assertThat(new Glob("a*b*c").fits("aXbYbZc")).isTrue();
    assertThat(new Glob("a*b*c").fits("aXbYbZ")).isFalse();
    assertThat(new Glob("a*").fits("a")).isTrue();
    assertThat(new Glob("").fits("")).isTrue();
    assertThat(new Glob("*").fits(null)).isFalse();
  }

  @Test
  void aHostileNameTakesNoLongTime() {
    assertThat(new Glob("*a*a*a*a*a*a*a*b").fits("a".repeat(20_000))).isFalse();
  }

  @Test
  void oneCoversAnotherWhenEveryNameOfItFits() {
    assertThat(covers("*", "a")).isTrue();
    assertThat(covers("*.X", "a.x")).isTrue();
    assertThat(covers("*.x", "a*.x")).isTrue();
    assertThat(covers("a?", "ab")).isTrue();
    assertThat(covers("a?", "a?")).isTrue();
    assertThat(covers("a?", "a*")).isFalse();
    assertThat(covers("?", "*")).isFalse();
    assertThat(covers("a.x", "*.x")).isFalse();
    assertThat(covers("a", "?")).isFalse();
  }

  private static boolean covers(String glob, String other) {
    return new Glob(glob).covers(new Glob(other));
  }
}
