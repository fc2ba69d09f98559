package dev.stockade.policy;

import dev.stockade.policy.canary.CanaryChange;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Finding;
import java.util.Collections;
import java.util.List;

/** The decision about one connection or request: what is done, and why. Immutable. */
public final class Decision {
  /** Nothing to say. */
  static final Decision PASS = new Decision(Action.ALLOWED, Finding.PASS, null);

  private final Action action;
  private final Finding finding;
  private final PolicyException exception;
  private final Decision candidate;
  private final List<CanaryChange> changes;

  Decision(Action action, Finding finding, PolicyException exception) {
    this(action, finding, exception, null, Collections.<CanaryChange>emptyList());
  }

  private Decision(
      Action action,
      Finding finding,
      PolicyException exception,
      Decision candidate,
      List<CanaryChange> changes) {
    this.action = action;
    this.finding = finding;
    this.exception = exception;
    this.candidate = candidate;
    this.changes = changes;
  }

  /** A decision that was made elsewhere, such as one read from a record. */
  public static Decision of(Action action, Finding finding) {
    return new Decision(action, finding, null);
  }

  public Action action() {
    return action;
  }

  public Finding finding() {
    return finding;
  }

  /** The exception without which this would be a violation; null for none. */
  public PolicyException exception() {
    return exception;
  }

  /** What the candidate policy says, where that is something else; null where it is not. */
  public Decision candidate() {
    return candidate;
  }

  /** What the canary takes back because of this; mostly empty. */
  public List<CanaryChange> changes() {
    return changes;
  }

  /** Whether it is refused, or would be if everything were enforced. */
  public boolean isRefusal() {
    return action == Action.BLOCKED || action == Action.WOULD_BLOCK;
  }

  public Decision with(Decision candidate) {
    return new Decision(action, finding, exception, candidate, changes);
  }

  Decision with(List<CanaryChange> changes) {
    return changes.isEmpty() ? this : new Decision(action, finding, exception, candidate, changes);
  }
}
