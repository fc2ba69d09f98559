package dev.stockade.cli.report;

import dev.stockade.cli.command.JsonView;
import dev.stockade.cli.journal.RecordedFact;
import dev.stockade.cli.journal.Rejudged;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.record.RecordFields;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The verdict that a report has of a record: the record's own, or another policy's. */
final class Judged {
  final Verdict verdict;

  /** Null where nothing was decided. */
  final Action action;

  final List<Rule> rules;
  final String reason;
  final String exception;

  /** Why the other policy's verdict cannot be told; null where it can. */
  final String doubt;

  private Judged(
      Verdict verdict,
      Action action,
      List<Rule> rules,
      String reason,
      String exception,
      String doubt) {
    this.verdict = verdict;
    this.action = action;
    this.rules = rules;
    this.reason = reason;
    this.exception = exception;
    this.doubt = doubt;
  }

  static Judged asRecorded(RecordedFact fact) {
    return new Judged(
        fact.verdict(), fact.action(), fact.rules(), fact.reason(), fact.exception(), null);
  }

  static Judged of(Rejudged other) {
    return new Judged(
        other.verdict(), other.action(), other.rules(), other.reason(), other.exception(), null);
  }

  /** What failed after narrowing is to be known under every policy. */
  static Judged doubtful(String doubt, RecordedFact fact) {
    boolean narrowed = fact.action() == Action.FAILED_AFTER_NARROWING;
    return new Judged(
        narrowed ? fact.verdict() : Verdict.PASS,
        narrowed ? fact.action() : null,
        narrowed ? fact.rules() : Collections.emptyList(),
        narrowed ? fact.reason() : null,
        null,
        doubt);
  }

  /** Null for a record of another kind. */
  static Judged ofTampering(JsonView record) {
    if (!EventKind.TAMPER.label().equals(record.text(RecordFields.KIND))) {
      return null;
    }
    List<Rule> rules = new ArrayList<>();
    for (String id : record.texts(RecordFields.RULES)) {
      if (Rule.named(id) != null) {
        rules.add(Rule.named(id));
      }
    }
    Verdict verdict = record.choice(RecordFields.VERDICT, Verdict.values(), Verdict::label);
    return new Judged(
        verdict == null ? Verdict.NOTE : verdict,
        Action.ALLOWED,
        rules,
        record.text(RecordFields.REASON),
        null,
        null);
  }

  /** Where a process was tampered with: it has no destination. */
  static Place place(JsonView record) {
    JsonView code = record.below(RecordFields.CODE);
    String service = record.text(RecordFields.SERVICE);
    return new Place(service, null, "-", code == null ? null : code.text(RecordFields.CLASS));
  }

  /** Whether somebody should know of it: an offer that is only narrowed is no fault of its own. */
  boolean isFinding() {
    return action != null
        && (verdict != Verdict.PASS || isRefusal())
        && (!rules.isEmpty() || action == Action.FAILED_AFTER_NARROWING || isRefusal());
  }

  boolean isRefusal() {
    return action == Action.BLOCKED || action == Action.WOULD_BLOCK;
  }

  /** The main rule; where there is none, the action. */
  String name() {
    Rule main = MainRule.of(rules);
    return main != null ? main.id() : action.label();
  }
}
