package dev.stockade.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AimTest {
  private final Measurements measurements = new Measurements();

  @Test
  void comparesNeighbours() {
    measure(Row.HELLO_CPU, Agent.EMPTY, 50, 100);
    measure(Row.HELLO_CPU, Agent.AUDIT, 55, 110);

    assertThat(
            Aim.atMost(Agent.AUDIT, Row.HELLO_CPU, Aim.Of.EMPTY_RATIO, 1.12)
                .line("A", measurements))
        .isEqualTo(
            "- A, start-up without TLS, CPU, ms: 1.10 of the empty agent's (aim: at most 1.12)");
  }

  @Test
  void saysWhatIsMissed() {
    measure(Row.SDK_REQUESTS, Agent.NONE, 1000);
    measure(Row.SDK_REQUESTS, Agent.ENFORCE, 950);
    measure(Row.RSS, Agent.NONE, 100);
    measure(Row.RSS, Agent.ENFORCE, 107);

    assertThat(
            Aim.atLeast(Agent.ENFORCE, Row.SDK_REQUESTS, Aim.Of.RATIO, 0.96)
                .line("E", measurements))
        .isEqualTo(
            "- E, AWS SDK 2 requests, client, /s: 0.95 of no agent's (aim: at least 0.96),"
                + " **missed**");
    assertThat(Aim.atMost(Agent.ENFORCE, Row.RSS, Aim.Of.DIFFERENCE, 6).line("E", measurements))
        .isEqualTo(
            "- E, RSS of the server after its handshakes, MB: +7.0 over no agent (aim: at most"
                + " +6), **missed**");
  }

  private void measure(Row row, Agent agent, double... values) {
    for (double value : values) {
      measurements.add(row, agent, value);
    }
  }
}
