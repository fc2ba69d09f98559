package dev.stockade.policy.canary;

import dev.stockade.policy.rule.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A window for each rule of which an outcome was seen. Guarded by its owner. */
final class OutcomeWindows {
  private final OutcomeWindow[] windows = new OutcomeWindow[Rule.values().length];

  OutcomeWindow of(Rule rule) {
    OutcomeWindow window = windows[rule.ordinal()];
    if (window == null) {
      window = new OutcomeWindow();
      windows[rule.ordinal()] = window;
    }
    return window;
  }

  /** The window, or null where no outcome was seen yet. Also without a lock. */
  OutcomeWindow ifSeen(Rule rule) {
    return windows[rule.ordinal()];
  }

  /** By rule id, those that have seen something. */
  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    for (Rule rule : Rule.values()) {
      OutcomeWindow window = windows[rule.ordinal()];
      if (window != null) {
        window.settle();
      }
      if (window != null && window.samples() > 0) {
        members.put(rule.id(), window.members());
      }
    }
    return members;
  }

  /** Others' {@link #members}, as of now. */
  void add(Map<?, ?> members, long now) {
    for (Map.Entry<?, ?> one : members.entrySet()) {
      Rule rule = Rule.named(String.valueOf(one.getKey()));
      if (rule != null && one.getValue() instanceof List) {
        of(rule).add((List<?>) one.getValue(), now);
      }
    }
  }

  void forget(Rule rule) {
    windows[rule.ordinal()] = null;
  }
}
