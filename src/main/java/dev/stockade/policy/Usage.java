package dev.stockade.policy;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often exceptions were needed, and how a candidate policy compares. For many threads. */
public final class Usage {
  private final ConcurrentHashMap<String, LongAdder> used = new ConcurrentHashMap<>();
  private final LongAdder newlyBlocked = new LongAdder();
  private final LongAdder newlyAllowed = new LongAdder();
  private final LongAdder unchanged = new LongAdder();

  /** Counts what the exceptions and the candidate were good for. */
  void count(Policy policy, Decision decision) {
    if (decision.exception() != null) {
      String id = decision.exception().id();
      LongAdder known = used.get(id);
      if (known == null) {
        LongAdder added = new LongAdder();
        known = used.putIfAbsent(id, added);
        known = known == null ? added : known;
      }
      known.increment();
    }
    if (decision.candidate() != null) {
      (decision.candidate().isRefusal() ? newlyBlocked : newlyAllowed).increment();
    } else if (policy.candidate() != null) {
      unchanged.increment();
    }
  }

  /** How many connections and requests needed the exception. */
  public long used(String exceptionId) {
    LongAdder known = used.get(exceptionId);
    return known == null ? 0 : known.sum();
  }

  /** What the candidate would refuse and the policy does not. */
  public long newlyBlocked() {
    return newlyBlocked.sum();
  }

  /** What the policy refuses and the candidate would not. */
  public long newlyAllowed() {
    return newlyAllowed.sum();
  }

  /** Where the two agree. */
  public long unchanged() {
    return unchanged.sum();
  }
}
