package dev.stockade.policy.canary;

import dev.stockade.policy.rule.Rule;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The canary's knowledge of one destination. The windows are guarded by the ledger. */
final class CanaryPlace {
  final String destination;
  final CanaryPlacement share;
  final OutcomeWindows enforced = new OutcomeWindows();
  final OutcomeWindows audited = new OutcomeWindows();

  /** Replaced, never changed, so that it is read without a lock. */
  private volatile Set<Rule> takenBack = Collections.emptySet();

  CanaryPlace(String destination, CanaryShare share) {
    this.destination = destination;
    this.share = new CanaryPlacement(share, destination);
  }

  boolean isTakenBack(Rule rule) {
    return takenBack.contains(rule);
  }

  /** Only by threads that hold the ledger's monitor. */
  void takeBack(Rule rule) {
    Set<Rule> more = EnumSet.of(rule);
    more.addAll(takenBack);
    takenBack = more;
    enforced.forget(rule);
    audited.forget(rule);
  }
}
