package dev.stockade.policy.canary;

import dev.stockade.policy.rule.Rule;

/**
 * The position of one unit in the share of each rule, computed once. Threads that compute it at the
 * same time find the same, so none waits for another.
 */
final class CanaryPlacement {
  private final CanaryShare share;
  private final String unit;

  /** By rule; 0 where it is not known yet. */
  private final byte[] leastPercents = new byte[Rule.values().length];

  CanaryPlacement(CanaryShare share, String unit) {
    this.share = share;
    this.unit = unit;
  }

  int leastPercent(Rule rule) {
    int known = leastPercents[rule.ordinal()];
    if (known != 0) {
      return known;
    }
    int found = share.leastPercent(rule, unit);
    leastPercents[rule.ordinal()] = (byte) found;
    return found;
  }
}
