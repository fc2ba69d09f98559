package dev.stockade.enforce;

import dev.stockade.policy.Decision;
import dev.stockade.policy.aws.AwsFacts;

/** A request that was written, and what was decided about it, as it is found with its answer. */
public final class SentRequest {
  private final SentRequests table;
  private final int place;
  private final long mark;
  private final long time;

  /** Null where nothing was decided. */
  final AwsFacts facts;

  final Decision decision;

  /**
   * @param mark what stands in its place as long as it does
   * @param time as it stands in the table
   */
  SentRequest(SentRequests table, int place, long mark, long time, JudgedRequest judged) {
    this.table = table;
    this.place = place;
    this.mark = mark;
    this.time = time;
    this.facts = judged.facts;
    this.decision = judged.decision;
  }

  /** Several may say so of one answer, an SDK and the HTTP client below it: whether none has. */
  boolean answer() {
    return table.answer(place, mark, time);
  }
}
