package dev.stockade.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.rule.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchTest {
  private static final Peer PEER = new Peer(Direction.OUT, "db.erp", "10.0.0.7", 8443, "sni.erp");

  @Test
  void allThatIsSetMustFit() {
    assertThat(fits(all())).isTrue();
    assertThat(fits(all().host(new Glob("x")))).isFalse();
    assertThat(fits(all().cidr(Cidr.parse("11.0.0.0/8")))).isFalse();
    assertThat(fits(all().port(1))).isFalse();
    assertThat(fits(all().sni(new Glob("x")))).isFalse();
    assertThat(fits(all().direction(Direction.IN))).isFalse();
    assertThat(fits(all().service(new Glob("x")))).isFalse();
    assertThat(fits(all().code("com.acm"))).isFalse();
  }

  @Test
  void whatIsNotKnownOfAPeerFitsNothing() {
    Peer unknown = new Peer(null, null, null, 0, null);

    assertThat(new Match.Builder().build().fits(unknown, null, null)).isTrue();
    assertThat(new Match.Builder().host(new Glob("*")).build().fits(unknown, null, null)).isFalse();
    assertThat(new Match.Builder().port(1).build().fits(unknown, null, null)).isFalse();
    assertThat(new Match.Builder().code("a").build().fits(unknown, null, peer -> null)).isFalse();
    assertThat(new Match.Builder().code("a").build().fits(unknown, null, null)).isFalse();
  }

  @Test
  void aPackageHoldsAllBelowItAndAClassItsInnerOnes() {
    assertThat(fits(new Match.Builder().code("com.acme"))).isTrue();
    assertThat(fits(new Match.Builder().code("com.acme.Dao"))).isTrue();
    assertThat(fits(new Match.Builder().code("com.acme.Dao$Inner"))).isTrue();
    assertThat(fits(new Match.Builder().code("com.acme.Da"))).isFalse();
  }

  @Test
  void theCodeIsAskedForOnlyWhenEverythingElseFits() {
    Match match = all().port(1).build();

    assertThat(match.asksForCode()).isTrue();
    Match.CodeName never =
        peer -> {
          throw new AssertionError("asked");
        };
    assertThat(match.fits(PEER, "orders", never)).isFalse();
  }

  @Test
  void oneCoversAnotherWhenEachConditionDoes() {
    Match port = new Match.Builder().port(8443).build();

    assertThat(port.covers(all().build())).isTrue();
    assertThat(all().build().covers(all().build())).isTrue();
    assertThat(all().build().covers(port)).isFalse();
    assertThat(port.covers(new Match.Builder().port(1).build())).isFalse();
    assertThat(all().build().covers(all().code("com.acme.Dao").build())).isTrue();
    assertThat(all().build().covers(all().code("com").build())).isFalse();
    assertThat(all().build().covers(all().cidr(Cidr.parse("0.0.0.0/0")).build())).isFalse();
    assertThat(all().build().covers(all().sni(new Glob("*")).build())).isFalse();
    assertThat(all().build().covers(all().direction(Direction.IN).build())).isFalse();
  }

  private static Match.Builder all() {
    return new Match.Builder()
        .host(new Glob("*.erp"))
        .cidr(Cidr.parse("10.0.0.0/8"))
        .port(8443)
        .sni(new Glob("sni.*"))
        .direction(Direction.OUT)
        .service(new Glob("orders"))
        .code("com.acme");
  }

  private static boolean fits(Match.Builder match) {
    return match
        .build()
        .fits(PEER, "orders", peer -> List.of("com.acme.Other", "com.acme.Dao$Inner"));
  }
}
