package dev.stockade.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomNameTest {
  @Test
  void isAnotherOneEachTime() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      names.add(RandomName.next());
      names.add(RandomName.ofClocks());
    }
    assertThat(names).hasSize(2000).allMatch(name -> name.matches("[0-9a-f]{16}"));
  }

  @Test
  void leavesOutTheDigitsThatAreTheSameInEachUuid() {
    assertThat(RandomName.digits("01234567-89ab-4cde-8f01-23456789abcd"))
        .isEqualTo("012345676789abcd");
    assertThat(RandomName.digits("")).isNull();
    assertThat(RandomName.digits("x".repeat(36))).isNull();
  }
}
