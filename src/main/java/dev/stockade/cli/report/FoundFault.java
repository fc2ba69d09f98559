package dev.stockade.cli.report;

import dev.stockade.cli.command.YamlText;
import dev.stockade.cli.journal.Counts;
import dev.stockade.cli.journal.SeenRecord;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One finding: the same rule, at the same place, however often. */
final class FoundFault extends Span {
  private static final int MAX_LENGTH = 500;

  final String id;

  /** Of a rule or, where none decided, of an action. */
  final String rule;

  final Place place;
  final Set<String> allRules = new LinkedHashSet<>();

  /** What the other side is, by its address; null where not known. */
  String ip;

  String method;
  String jar;
  String library;
  String reason;

  /** Of the record that was seen first; null where it names none. */
  String profile;

  /** The id of the exception without which it would be worse; null for none. */
  String exception;

  /** Who answers for the exception, in a sentence; null where that is not known. */
  String owner;

  /** Whether there is also what no exception lets pass. */
  boolean hasBare;

  private Verdict verdict = Verdict.PASS;
  private long refusals;
  private boolean isRefusal;
  private boolean isBlocked;
  private boolean isNarrowed;

  FoundFault(String rule, Place place) {
    this.rule = rule;
    this.place = place;
    this.id = place.id(rule);
  }

  /** Counts what is refused beside what is seen. */
  void addRefusal(SeenRecord record) {
    refusals = Counts.sum(refusals, record.count());
  }

  /** How often it was refused, or would be. */
  long refusals() {
    return refusals;
  }

  /** How often what {@link #action()} says was done, or would be. */
  long actions() {
    return isRefusal ? refusals : count();
  }

  /** What one kind of record says of it. */
  void take(Verdict verdict, Action action, Collection<Rule> rules, String reason) {
    this.verdict = this.verdict.or(verdict);
    isBlocked |= action == Action.BLOCKED;
    isRefusal |= action == Action.BLOCKED || action == Action.WOULD_BLOCK;
    isNarrowed |= action == Action.FAILED_AFTER_NARROWING;
    rules.forEach(one -> allRules.add(one.id()));
    if (this.reason == null && reason != null) {
      this.reason = YamlText.cut(reason, MAX_LENGTH);
    }
  }

  Verdict verdict() {
    return verdict;
  }

  /** Whether enforcing refuses it. */
  boolean isRefusal() {
    return isRefusal;
  }

  /** Whether it was refused, not only reported. */
  boolean isBlocked() {
    return isBlocked;
  }

  /** Whether a handshake failed when its offer had been narrowed. */
  boolean isNarrowed() {
    return isNarrowed;
  }

  /** Whether an exception lets all of it pass. */
  boolean isExcused() {
    return exception != null && !hasBare && !isRefusal;
  }

  /**
   * Whether it is against what enforcing would need: refused, or failed for what enforcing does.
   */
  boolean wouldBreak() {
    return isRefusal || isNarrowed;
  }

  boolean has(List<String> ids) {
    return ids.contains(rule) || allRules.stream().anyMatch(ids::contains);
  }

  /** What was done, or would be, in the words of records. */
  String action() {
    if (isBlocked) {
      return Action.BLOCKED.label();
    }
    if (isRefusal) {
      return Action.WOULD_BLOCK.label();
    }
    return isNarrowed ? Action.FAILED_AFTER_NARROWING.label() : Action.ALLOWED.label();
  }
}
