package dev.stockade.cli.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an audit says that saw nothing. */
class SeenTest {
  @Test
  void somethingIsSomething() {
    Seen seen = seen(1, 5);

    assertThat(seen.nothing(60)).isNull();
    assertThat(seen.events()).isOne();
    assertThat(seen.violations()).isOne();
  }

  @Test
  void nothingMayBeNoNewHandshakeOrNothingWoven() {
    assertThat(seen(0, 5).nothing(60))
        .startsWith("nothing was seen in 60 s")
        .contains("from before were used again");
    assertThat(seen(0, 0).nothing(60)).contains("No TLS engine or HTTP client");
  }

  @Test
  void ofAnEngineThatRanAlreadyOnlyTheTimeOfTheAuditCounts() {
    assertThat(seen(3, 5).since(seen(3, 5)).nothing(1)).startsWith("nothing was seen");
    assertThat(seen(4, 5).since(seen(3, 5)).events()).isOne();
    assertThat(new Seen().nothing(1)).isNull();
  }

  private static Seen seen(long violations, long live) {
    Seen seen = new Seen();
    seen.take(
        Map.of(
            "counts",
            Map.of("tls.handshake", violations, "violation", violations),
            "hooks",
            Map.of("engines", live)));
    return seen;
  }
}
