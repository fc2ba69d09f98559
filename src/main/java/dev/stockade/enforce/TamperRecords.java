package dev.stockade.enforce;

import dev.stockade.journal.Event;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Stage;
import java.util.function.Consumer;

/** Records of what was done to the protection, without the code that did it. */
public final class TamperRecords {
  private final ActivePolicy activePolicy;

  public TamperRecords(ActivePolicy activePolicy) {
    this.activePolicy = activePolicy;
  }

  /** Hands a record over, unless the rule is off. */
  public void tell(Rule rule, String what, Consumer<Event> journal) {
    if (activePolicy.judge().policy().stage(rule) != Stage.OFF) {
      Finding finding = Finding.of(rule, what);
      journal.accept(Event.ofTampering(System.currentTimeMillis(), finding, null));
    }
  }
}
