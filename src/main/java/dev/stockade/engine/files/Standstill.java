package dev.stockade.engine.files;

/**
 * Decides when a file that changed is whole: it has to stand still for a while, because one that is
 * being written in place is, for a moment, a valid file with only its first part. Knows no clock.
 */
public final class Standstill {
  public static final long MILLIS = 250;

  /** A writer is at work, or is about to put another file there. */
  static final long RESTLESS_MILLIS = 750;

  /** A file that lost a part: it may be on its way to its former length. */
  static final long SHORTER_MILLIS = 5_000;

  private FileSnapshot pending;
  private long since;
  private boolean moved;

  /**
   * Notes what the file is now, while it differs from the one that was taken.
   *
   * @param taken the one that was taken
   * @param longest the length of what is in force
   * @param now in milliseconds, of any origin
   * @return whether it has stood still for long enough
   */
  boolean isOver(FileSnapshot taken, long longest, FileSnapshot file, long now) {
    if (pending == null || !pending.isSame(file)) {
      moved = pending != null;
      pending = file;
      since = now;
    }
    return now - since >= needed(taken, longest);
  }

  /** Whether it only waits because it is shorter. */
  boolean isDistrusted(FileSnapshot taken, long longest, long now) {
    return isPending()
        && now - since >= RESTLESS_MILLIS
        && needed(taken, longest) == SHORTER_MILLIS;
  }

  boolean isPending() {
    return pending != null;
  }

  void reset() {
    pending = null;
    moved = false;
  }

  private long needed(FileSnapshot taken, long longest) {
    if (!pending.exists() || pending.isEmpty()) {
      return RESTLESS_MILLIS;
    }
    boolean wasSwapped = taken.exists() && pending.isElsewhere(taken);
    if (pending.length() < longest && !wasSwapped) {
      return SHORTER_MILLIS;
    }
    return moved ? RESTLESS_MILLIS : MILLIS;
  }
}
