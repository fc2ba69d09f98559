package dev.stockade.engine.watch;

import dev.stockade.policy.Policy;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * The changes that another policy makes to the protection, as a finding. A note, as mostly it is
 * the operator's own wish: the reader of the journal knows whether it was.
 */
public final class WeakenedProtection {
  private WeakenedProtection() {}

  /**
   * @param why what changed it, and who
   * @return null where mode and rules stay as they are
   */
  public static Finding between(Policy before, Policy after, String why) {
    List<String> changes = new ArrayList<String>();
    if (after.mode() != before.mode()) {
      changes.add("mode " + before.mode().label() + " -> " + after.mode().label());
    }
    for (Rule rule : Rule.values()) {
      Stage stage = after.stage(rule);
      if (stage != before.stage(rule) && after.mode() == before.mode()) {
        changes.add(
            "rule " + rule.id() + " " + before.stage(rule).label() + " -> " + stage.label());
      }
    }
    if (changes.isEmpty() || after.stage(Rule.TAMPER_MODE) == Stage.OFF) {
      return null;
    }
    return Finding.of(
        Rule.TAMPER_MODE,
        why
            + ": "
            + String.join(", ", changes)
            + (isLess(before, after) ? " (protects less)" : ""));
  }

  /** Whether the mode or a rule's stage is lower after it. */
  public static boolean isLess(Policy before, Policy after) {
    boolean less = after.mode().compareTo(before.mode()) < 0;
    for (Rule rule : Rule.values()) {
      less |= after.stage(rule).compareTo(before.stage(rule)) < 0;
    }
    return less;
  }
}
