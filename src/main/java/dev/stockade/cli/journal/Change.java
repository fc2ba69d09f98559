package dev.stockade.cli.journal;

import dev.stockade.policy.rule.Action;

/** The fate of a recorded handshake or request under another policy. */
enum Change {
  /** It is refused, and was not. */
  NEWLY_BLOCKED("newly blocked"),
  /** It was refused, and is not any more. */
  NEWLY_ALLOWED("newly allowed"),
  /** It would be refused if everything were enforced; before there was no violation. */
  NEWLY_REPORTED("newly reported"),
  /** It is no violation any more; before it was reported as one. */
  NO_LONGER_REPORTED("no longer reported"),
  UNCHANGED("unchanged");

  private final String label;

  Change(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /**
   * @param before null for allowed
   */
  static Change between(Action before, Action after) {
    if (isSame(before, after, Action.BLOCKED) && isSame(before, after, Action.WOULD_BLOCK)) {
      return UNCHANGED;
    }
    if (after == Action.BLOCKED) {
      return NEWLY_BLOCKED;
    }
    if (before == Action.BLOCKED) {
      return NEWLY_ALLOWED;
    }
    return after == Action.WOULD_BLOCK ? NEWLY_REPORTED : NO_LONGER_REPORTED;
  }

  private static boolean isSame(Action before, Action after, Action one) {
    return (before == one) == (after == one);
  }
}
