package dev.stockade.journal.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTest {
  @Test
  void aTerminalHasColours() {
    assertThat(Terminal.isColoured("xterm", null, "/dev/pts/3")).isTrue();
    assertThat(Terminal.isColoured("linux", null, "/dev/tty1")).isTrue();
  }

  @Test
  void aPipeAFileADumbTerminalAndWhoeverWantsNoneHaveNot() {
    assertThat(Terminal.isColoured("xterm", null, "/proc/7/fd/pipe:[123]")).isFalse();
    assertThat(Terminal.isColoured("xterm", null, "/var/log/app.log")).isFalse();
    assertThat(Terminal.isColoured("dumb", null, "/dev/pts/3")).isFalse();
    assertThat(Terminal.isColoured(null, null, "/dev/pts/3")).isFalse();
    assertThat(Terminal.isColoured("xterm", "1", "/dev/pts/3")).isFalse();
  }
}
