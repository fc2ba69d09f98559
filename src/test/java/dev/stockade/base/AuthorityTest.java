package dev.stockade.base;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.Peer;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.tls.Profiles;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.policy.tls.TlsPolicy;
import org.junit.jupiter.api.Test;

class AuthorityTest {
  @Test
  void aNameOrAnIpv4AddressIsFollowedByItsPort() {
    assertThat(Authority.of("db.internal", 1433)).isEqualTo("db.internal:1433");
    assertThat(Authority.of("10.0.0.7", 0)).isEqualTo("10.0.0.7");
  }

  @Test
  void anIpv6AddressHasBracketsBeforeAPortHoweverItWasGiven() {
    assertThat(Authority.of("2001:db8::7", 443)).isEqualTo("[2001:db8::7]:443");
    assertThat(Authority.of("[2001:db8::7]", 443)).isEqualTo("[2001:db8::7]:443");
    assertThat(Authority.of("fe80:0:0:0:0:0:0:1%eth0", 443))
        .isEqualTo("[fe80:0:0:0:0:0:0:1%eth0]:443");
  }

  @Test
  void andNoneWithout() {
    assertThat(Authority.of("2001:db8::7", 0)).isEqualTo("2001:db8::7");
    assertThat(Authority.of("[2001:db8::7]", 0)).isEqualTo("2001:db8::7");
  }

  @Test
  void recordsSentencesAndCanariesAgree() {
    for (String host : new String[] {"2001:db8::7", "[2001:db8::7]"}) {
      TlsFacts facts =
          new TlsFacts.Builder(Direction.OUT)
              .peer(host, null, 443)
              .session("TLSv1", null, false)
              .build();
      TlsPolicy policy = new TlsPolicy(Profiles.named("aws-outposts"));

      assertThat(Peer.of(facts).destination()).isEqualTo("[2001:db8::7]:443");
      assertThat(policy.blockSentence(facts, policy.judge(facts, 0)))
          .startsWith("stockade: blocked TLS to [2001:db8::7]:443: ");
    }
  }
}
