package dev.stockade.policy;

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

  void forget(Rule rule) {
    windows[rule.ordinal()] = null;
  }
}
