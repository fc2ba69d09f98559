package dev.stockade.engine.control;

import dev.stockade.enforce.TamperRecords;
import dev.stockade.journal.Event;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.Journal;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;

/** Records of what operators do to a running engine, by command or by file. */
final class ControlRecords {
  private final Journal journal;
  private final ActivePolicy activePolicy;

  ControlRecords(Journal journal, ActivePolicy activePolicy) {
    this.journal = journal;
    this.activePolicy = activePolicy;
  }

  /** Something that is no matter of protection. */
  void tell(Verdict verdict, String what) {
    Finding finding = Finding.of(verdict, null, what);
    journal.offer(Event.ofOwn(EventKind.LIFECYCLE, System.currentTimeMillis(), finding));
  }

  /** What was done to the protection, by the file or person that the sentence names. */
  void tamper(Rule rule, String what) {
    new TamperRecords(activePolicy).tell(rule, what, journal::offer);
  }

  /** What no operator's edit does to the policy file. */
  void doubt(String what) {
    new TamperRecords(activePolicy).tell(Rule.TAMPER_POLICY_FILE, what, journal::offer);
  }
}
