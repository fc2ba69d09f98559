package dev.stockade.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessNamesTest {
  @Test
  void theProcessIsKnownByItsId() {
    assertThat(ProcessNames.pid()).isEqualTo(ProcessHandle.current().pid());
    assertThat(ProcessNames.pidOfJdk()).isEqualTo(ProcessHandle.current().pid());
    assertThat(ProcessNames.pidBefore9()).isEqualTo(ProcessHandle.current().pid());
  }

  @Test
  void inAContainerItsOwnIdIsTheLast() {
    assertThat(ProcessNames.lastNumber("NSpid:\t4711")).isEqualTo(4711);
    assertThat(ProcessNames.lastNumber("NSpid:\t4711\t12\t1")).isEqualTo(1);
    assertThat(ProcessNames.lastNumber("NSpid:")).isZero();
    assertThat(ProcessNames.lastNumber(null)).isZero();
  }

  @Test
  void theHostHasAName() {
    assertThat(ProcessNames.host()).isNotBlank().doesNotContain("\n");
  }
}
