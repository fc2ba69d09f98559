package dev.stockade.engine;

import dev.stockade.journal.Event;
import dev.stockade.policy.Finding;
import dev.stockade.policy.InForce;
import dev.stockade.policy.Rule;
import dev.stockade.policy.Stage;
import dev.stockade.policy.Verdict;
import java.util.function.Consumer;

/** Records of what was done to the protection, by nobody's code in particular. */
final class TamperRecords {
  private final InForce inForce;

  TamperRecords(InForce inForce) {
    this.inForce = inForce;
  }

  /** Hands a record over, unless the rule is off. */
  void tell(Rule rule, Verdict verdict, String what, Consumer<Event> journal) {
    if (inForce.judge().policy().stage(rule) != Stage.OFF) {
      Finding finding = Finding.of(verdict, rule, what);
      journal.accept(Event.ofTampering(System.currentTimeMillis(), finding, null));
    }
  }
}
