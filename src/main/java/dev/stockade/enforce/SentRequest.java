package dev.stockade.enforce;

import dev.stockade.policy.Decision;
import dev.stockade.policy.aws.AwsFacts;

/** A request that was written, and what was decided about it, until its answer comes. */
public final class SentRequest {
  final long key;

  /** When, in nanoseconds. */
  final long at;

  /** Null where nothing was decided. */
  final AwsFacts facts;

  final Decision decision;

  /** Several may say so of one answer: an SDK, and the HTTP client below it. */
  private volatile boolean answered;

  SentRequest(long key, long at, AwsFacts facts, Decision decision) {
    this.key = key;
    this.at = at;
    this.facts = facts;
    this.decision = decision;
  }

  /** Whether the same was known of it, so that it was sent again. */
  boolean isOf(AwsFacts other) {
    return facts == null ? other == null : facts.equals(other);
  }

  /** Whether this is the first to say so. Two at once only cost precision. */
  boolean answer() {
    boolean first = !answered;
    answered = true;
    return first;
  }

  boolean isAnswered() {
    return answered;
  }
}
