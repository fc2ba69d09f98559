package dev.stockade.policy.canary;

import dev.stockade.base.Digest;
import dev.stockade.policy.rule.Rule;
import java.nio.charset.StandardCharsets;

/**
 * Places units on a scale from 0 to 100 percent. A position depends on nothing but names, so it is
 * the same after a restart, and a unit that is in the share stays in it when the share grows.
 */
final class CanaryShare {
  /** More than any percent. */
  static final int NEVER = 101;

  private final String salt;
  private final String instance;

  CanaryShare(String salt, String instance) {
    this.salt = salt;
    this.instance = instance;
  }

  String salt() {
    return salt;
  }

  String instance() {
    return instance;
  }

  /**
   * The least whole percent at which a unit is in the share of a rule, 1 to 100: the first 64 bits
   * of SHA-256 over rule id, salt, instance and unit, with a NUL after each but the last, taken as
   * a fraction.
   */
  int leastPercent(Rule rule, String unit) {
    String names = rule.id() + '\0' + salt + '\0' + instance + '\0' + unit;
    try {
      return 1 + percent(Digest.sha256().digest(names.getBytes(StandardCharsets.UTF_8)));
    } catch (IllegalStateException e) {
      // Every Java has it. In one that was cut down, nothing is enforced by chance.
      return NEVER;
    }
  }

  /** The whole percent that the fraction has reached, 0 to 99. */
  static int percent(byte[] hash) {
    long high = word(hash, 0) * 100;
    long low = word(hash, 4) * 100;
    return (int) ((high + (low >>> 32)) >>> 32);
  }

  private static long word(byte[] bytes, int from) {
    long word = 0;
    for (int i = from; i < from + 4; i++) {
      word = word << 8 | (bytes[i] & 0xff);
    }
    return word;
  }
}
