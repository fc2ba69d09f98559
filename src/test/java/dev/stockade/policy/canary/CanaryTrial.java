package dev.stockade.policy.canary;

import static java.util.Collections.emptyList;

import dev.stockade.policy.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** A canary that enforces everywhere, and units that fare as a test says. */
final class CanaryTrial {
  static final Rule RULE = Rule.TLS_MIN_VERSION;
  static final String HERE = "db.internal:1433";
  static final long BEGIN = 1_764_000_000_000L;
  static final long MINUTE = 60_000;

  final List<CanaryChange> changes = new ArrayList<>();
  Canary canary;
  long now = BEGIN;

  CanaryTrial(CanarySettings.Builder settings) {
    canary = new Canary(settings.percent(100).build(), "orders-1", emptyList());
  }

  /** At least 20 samples, at most 5 percent within 5 minutes. */
  static CanaryTrial usual() {
    return new CanaryTrial(new CanarySettings.Builder());
  }

  CanaryTrial enforced(int times, CanaryOutcome outcome) {
    return enforced(times, outcome, HERE);
  }

  CanaryTrial enforced(int times, CanaryOutcome outcome, String destination) {
    return tell(times, true, outcome, destination);
  }

  CanaryTrial audited(int times, CanaryOutcome outcome, String destination) {
    return tell(times, false, outcome, destination);
  }

  CanaryTrial later(long millis) {
    now += millis;
    return this;
  }

  String reason() {
    return changes.isEmpty() ? null : changes.get(0).reason();
  }

  private CanaryTrial tell(int times, boolean enforced, CanaryOutcome outcome, String destination) {
    for (int i = 0; i < times; i++) {
      changes.addAll(canary.outcome(RULE, destination, enforced, outcome, now));
    }
    return this;
  }
}
