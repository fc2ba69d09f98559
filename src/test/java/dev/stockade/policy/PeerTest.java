package dev.stockade.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.rule.Direction;
import org.junit.jupiter.api.Test;

class PeerTest {
  @Test
  void aDestinationHasTheBestNameThatIsKnown() {
    assertThat(new Peer(Direction.OUT, "db", "10.0.0.7", 1433, "s").destination())
        .isEqualTo("db:1433");
    assertThat(new Peer(Direction.OUT, null, "10.0.0.7", 1433, null).destination())
        .isEqualTo("10.0.0.7:1433");
    assertThat(new Peer(Direction.OUT, "s3.amazonaws.com", null, 0, null).destination())
        .isEqualTo("s3.amazonaws.com");
    assertThat(new Peer(null, null, null, 0, null).destination()).isEqualTo("unknown");
  }

  @Test
  void inboundItIsTheLocalPort() {
    assertThat(new Peer(Direction.IN, "client", "10.0.0.9", 8443, null).destination())
        .isEqualTo("in:8443");
    assertThat(new Peer(Direction.IN, null, null, 0, null).destination()).isEqualTo("in");
  }
}
