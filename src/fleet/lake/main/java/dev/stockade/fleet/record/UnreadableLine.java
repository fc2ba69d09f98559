package dev.stockade.fleet.record;

/** A line that is no record, with the reason in words: it is kept aside. */
public final class UnreadableLine extends Exception {
  private static final long serialVersionUID = 1;

  UnreadableLine(String why) {
    super(why, null, false, false);
  }
}
