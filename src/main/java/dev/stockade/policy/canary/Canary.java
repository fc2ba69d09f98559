package dev.stockade.policy.canary;

import dev.stockade.policy.rule.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Chooses the units that a rule is enforced for, and watches what becomes of them. Where a rule
 * does harm it goes back to audit for that destination; where many destinations suffer, everything
 * does. Thread-safe.
 */
public final class Canary {
  private final CanarySettings settings;
  private final CanaryLedger ledger;

  /**
   * @param instance the name of this process; another one gets another share
   * @param restored changes read from the state file, the oldest first; only those of this salt
   *     count
   */
  public Canary(CanarySettings settings, String instance, List<CanaryChange> restored) {
    this(settings, new CanaryLedger(new CanaryShare(settings.salt(), instance)));
    restored.forEach(ledger::apply);
  }

  private Canary(CanarySettings settings, CanaryLedger ledger) {
    this.settings = settings;
    this.ledger = ledger;
  }

  /**
   * Whether the rule is enforced here now: in the share, not taken back, the fuse whole. Never so
   * for a destination for which there is no room.
   *
   * @param destination such as {@code db.internal:1433}, {@code in:8443} or {@code
   *     s3.eu-west-1.amazonaws.com}; null, when it is unknown, is never enforced
   * @param connection any number that is fixed for one connection; used when that is the unit
   */
  public boolean enforces(Rule rule, String destination, long connection) {
    if (settings.percent() <= 0 || ledger.fuseBlown()) {
      return false;
    }
    CanaryPlace place = ledger.place(destination);
    return place != null
        && !place.isTakenBack(rule)
        && leastPercent(rule, place, connection) <= settings.percent();
  }

  private int leastPercent(Rule rule, CanaryPlace place, long connection) {
    switch (settings.unit()) {
      case INSTANCE:
        return ledger.instance.leastPercent(rule);
      case CONNECTION:
        return ledger.share.leastPercent(rule, Long.toString(connection));
      default:
        return place.share.leastPercent(rule);
    }
  }

  /**
   * Counts the outcome of a unit.
   *
   * @param enforced what {@link #enforces} said when the unit started
   * @param nowMillis the time by the clock, which may jump
   * @return what changed by it: this rule taken back at this destination, the fuse, both, or mostly
   *     nothing; never null
   */
  public List<CanaryChange> outcome(
      Rule rule, String destination, boolean enforced, CanaryOutcome outcome, long nowMillis) {
    if (enforced) {
      return ledger.enforced(rule, destination, outcome, nowMillis, settings);
    }
    ledger.audited(rule, destination, outcome, nowMillis, settings);
    return Collections.emptyList();
  }

  /** All that was taken back so far, also what was restored, the oldest first. */
  public List<CanaryChange> takenBack() {
    return ledger.takenBack();
  }

  /** Whether everything was put back to audit. */
  public boolean fuseBlown() {
    return ledger.fuseBlown();
  }

  /** Outcomes seen of units for which a rule was enforced, one for each rule. */
  public long enforcedCount() {
    return ledger.enforcedCount();
  }

  /** Outcomes seen of units for which a rule was audited, one for each rule. */
  public long auditedCount() {
    return ledger.auditedCount();
  }

  /** For the canary of the engine that continues with these outcomes. */
  public Map<String, Object> members() {
    Map<String, Object> members = ledger.members();
    List<Object> lines = new ArrayList<>();
    takenBack().forEach(change -> lines.add(change.toLine()));
    members.put("takenBack", lines);
    return members;
  }

  /** Another canary's {@link #members}. */
  public void add(Map<?, ?> members, long nowMillis) {
    if (members.get("takenBack") instanceof List) {
      for (Object line : (List<?>) members.get("takenBack")) {
        CanaryChange change = CanaryChange.parse(String.valueOf(line));
        if (change != null) {
          ledger.apply(change);
        }
      }
    }
    ledger.add(members, nowMillis);
  }

  /**
   * A canary with other settings, as after a policy was reloaded. With the same salt it shares all
   * that this one remembers; with another it starts empty.
   */
  public Canary with(CanarySettings changed) {
    if (changed.salt().equals(settings.salt())) {
      return new Canary(changed, ledger);
    }
    String instance = ledger.share.instance();
    return new Canary(changed, instance, Collections.<CanaryChange>emptyList());
  }
}
