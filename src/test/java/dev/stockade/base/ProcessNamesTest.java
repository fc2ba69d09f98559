package dev.stockade.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessNamesTest {
  @Test
  void theProcessIsKnownByItsId() {
    assertThat(ProcessNames.pid()).isEqualTo(ProcessHandle.current().pid());
    assertThat(ProcessNames.pidBefore9()).isEqualTo(ProcessHandle.current().pid());
  }

  @Test
  void theHostHasAName() {
    assertThat(ProcessNames.host()).isNotBlank().doesNotContain("\n");
  }
}
