package dev.stockade.policy.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stockade.policy.rule.Rule;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CanaryShareTest {
  private static final int UNITS = 10_000;
  private static final long SEED = 20261124;

  private final CanaryShare share = new CanaryShare("salt", "orders-1");

  /** printf '%s\0%s\0%s\0%s' tls.min-version '' host-1 db.internal:1433 | sha256sum: f5fa214a... */
  @Test
  void anybodyCanComputeIt() {
    assertThat(new CanaryShare("", "host-1").leastPercent(Rule.TLS_MIN_VERSION, "db.internal:1433"))
        .isEqualTo(1 + (int) (100.0 * 0xf5fa214aL / (1L << 32)));
  }

  @Test
  void aFractionIsRoundedDownAtEachWholePercent() {
    for (int percent = 1; percent < 100; percent++) {
      // The least fraction of 2^64 that is not below the percentage, and the one before it.
      BigInteger least =
          BigInteger.ONE
              .shiftLeft(64)
              .multiply(BigInteger.valueOf(percent))
              .add(BigInteger.valueOf(99))
              .divide(BigInteger.valueOf(100));
      assertThat(CanaryShare.percent(bytes(least.longValue()))).isEqualTo(percent);
      assertThat(CanaryShare.percent(bytes(least.longValue() - 1))).isEqualTo(percent - 1);
    }
    assertThat(CanaryShare.percent(bytes(0))).isZero();
    assertThat(CanaryShare.percent(bytes(-1))).isEqualTo(99);
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void tenPercentAreAboutATenth(Rule rule) {
    assertThat(membersAt(10, rule)).isBetween(UNITS * 8 / 100, UNITS * 12 / 100);
  }

  @Test
  void everyPercentageIsMet() {
    for (int percent = 0; percent <= 100; percent += 5) {
      assertThat(membersAt(percent, Rule.AWS_UNSIGNED))
          .isCloseTo(UNITS * percent / 100, within(UNITS * 2 / 100));
    }
    assertThat(membersAt(0, Rule.AWS_UNSIGNED)).isZero();
    assertThat(membersAt(100, Rule.AWS_UNSIGNED)).isEqualTo(UNITS);
  }

  @Test
  void rulesAreIndependent() {
    assertIndependent(share, Rule.TLS_MIN_VERSION, share, Rule.TLS_FORWARD_SECRECY);
  }

  @Test
  void saltsAndInstancesAreIndependent() {
    Rule rule = Rule.TLS_MIN_VERSION;
    assertIndependent(share, rule, new CanaryShare("salt2", "orders-1"), rule);
    assertIndependent(share, rule, new CanaryShare("salt", "orders-2"), rule);
  }

  @Test
  void namesDoNotRunIntoEachOther() {
    Rule rule = Rule.TLS_MIN_VERSION;
    int[] shares = {
      sum(new CanaryShare("ab", "c"), rule),
      sum(new CanaryShare("a", "bc"), rule),
      sum(new CanaryShare("", "abc"), rule)
    };
    assertThat(Arrays.stream(shares).distinct().count()).isEqualTo(3);
  }

  /**
   * Of 10,000 units, a half is in each and a quarter in both, when they know nothing of another.
   */
  private static void assertIndependent(
      CanaryShare one, Rule rule, CanaryShare other, Rule otherRule) {
    int both = 0;
    for (int unit = 0; unit < UNITS; unit++) {
      boolean inOne = one.leastPercent(rule, "host-" + unit) <= 50;
      both += inOne && other.leastPercent(otherRule, "host-" + unit) <= 50 ? 1 : 0;
    }
    assertThat(both).isBetween(UNITS * 23 / 100, UNITS * 27 / 100);
  }

  private static int sum(CanaryShare share, Rule rule) {
    int sum = 0;
    for (int unit = 0; unit < 100; unit++) {
      sum = 31 * sum + share.leastPercent(rule, "u" + unit);
    }
    return sum;
  }

  private int membersAt(int percent, Rule rule) {
    Random random = new Random(SEED);
    int members = 0;
    for (int unit = 0; unit < UNITS; unit++) {
      String name = "host-" + Long.toHexString(random.nextLong()) + ":" + random.nextInt(65_536);
      members += share.leastPercent(rule, name) <= percent ? 1 : 0;
    }
    return members;
  }

  private static byte[] bytes(long value) {
    return ByteBuffer.allocate(32).putLong(value).array();
  }
}
