package dev.stockade.journal;

import dev.stockade.base.IsoTime;

/** An output that takes nothing any more, and what waits for it. Immutable. */
public final class StuckOutput {
  private final String target;
  private final long since;
  private final int waiting;
  private final long lost;

  StuckOutput(String target, long since, int waiting, long lost) {
    this.target = target;
    this.since = since;
    this.waiting = waiting;
    this.lost = lost;
  }

  /** The journal's file, or {@code stderr}. */
  public String target() {
    return target;
  }

  /** In milliseconds since the epoch. */
  public long since() {
    return since;
  }

  /**
   * Events that wait for it in the queue, which no count and no record knows yet. What is only
   * counted waits as well, but is never lost for want of room.
   */
  public int waiting() {
    return waiting;
  }

  /** What happened and what to do, for a person. */
  public String sentence() {
    String what = OutputWatch.STDERR.equals(target) ? target : "the journal " + target;
    return what
        + " is stuck: it has taken nothing since "
        + IsoTime.of(since)
        + "; "
        + waiting
        + " events wait, "
        + lost
        + " are lost, at "
        + EventQueue.CAPACITY
        + " waiting the next are lost too. Connections, policy and kill file are not held up;"
        + " look at its disk, or at who reads it";
  }
}
