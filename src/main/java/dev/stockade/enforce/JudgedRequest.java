package dev.stockade.enforce;

import dev.stockade.policy.Decision;
import dev.stockade.policy.aws.AwsFacts;
import java.util.concurrent.atomic.AtomicLong;

/** Facts and what was decided of them: one object for all requests that are alike, mostly. */
final class JudgedRequest {
  private static final AtomicLong COUNT = new AtomicLong();

  /** An odd number, so that no two products with it are the same. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** Nothing was decided. */
  static final JudgedRequest NONE = new JudgedRequest(null, null);

  /** No other has it. */
  final long id = COUNT.incrementAndGet() * GOLDEN;

  /** Null where nothing was decided, as the decision is then. */
  final AwsFacts facts;

  final Decision decision;

  JudgedRequest(AwsFacts facts, Decision decision) {
    this.facts = facts;
    this.decision = decision;
  }

  /** Whether the same was known of both, so that one was sent twice. */
  boolean isLike(JudgedRequest other) {
    return facts == null ? other.facts == null : facts.equals(other.facts);
  }
}
