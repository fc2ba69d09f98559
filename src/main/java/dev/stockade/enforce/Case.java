package dev.stockade.enforce;

import dev.stockade.journal.CallSite;
import dev.stockade.journal.Event;
import dev.stockade.policy.Decision;
import dev.stockade.policy.Judge;
import dev.stockade.policy.rule.Verdict;

/** Something to be decided, by the policy that was in force when it started. */
abstract class Case {
  final Judge judge;

  Case(Judge judge) {
    this.judge = judge;
  }

  abstract Decision decide(long now);

  /** From which verdict on it is worth walking the stack for the code that connects or sends. */
  abstract Verdict searchedFrom();

  /** The host that this code gave; null where it gave none. */
  abstract String host();

  /**
   * What is recorded.
   *
   * @param code null where it is not known
   */
  abstract Event event(Decision decision, CallSite code, long now);
}
