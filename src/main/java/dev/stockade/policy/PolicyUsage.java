package dev.stockade.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts how often exceptions were needed, and how a candidate policy compares. Thread-safe. */
public final class PolicyUsage {
  private final ConcurrentHashMap<String, LongAdder> used = new ConcurrentHashMap<>();
  private final LongAdder newlyBlocked = new LongAdder();
  private final LongAdder newlyAllowed = new LongAdder();
  private final LongAdder unchanged = new LongAdder();

  /** Counts what the exceptions and the candidate were good for. */
  void count(Policy policy, Decision decision) {
    if (decision.exception() != null) {
      counter(decision.exception().id()).increment();
    }
    if (decision.candidate() != null) {
      (decision.candidate().isRefusal() ? newlyBlocked : newlyAllowed).increment();
    } else if (policy.candidate() != null) {
      unchanged.increment();
    }
  }

  /** For the engine that continues these counts. */
  public Map<String, Object> members() {
    Map<String, Object> ofExceptions = new LinkedHashMap<>();
    used.forEach((id, count) -> ofExceptions.put(id, count.sum()));
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("used", ofExceptions);
    members.put("newlyBlocked", newlyBlocked.sum());
    members.put("newlyAllowed", newlyAllowed.sum());
    members.put("unchanged", unchanged.sum());
    return members;
  }

  /** Another engine's {@link #members}. */
  public void add(Map<?, ?> members) {
    if (members.get("used") instanceof Map) {
      ((Map<?, ?>) members.get("used"))
          .forEach((id, count) -> counter(String.valueOf(id)).add(number(count)));
    }
    newlyBlocked.add(number(members.get("newlyBlocked")));
    newlyAllowed.add(number(members.get("newlyAllowed")));
    unchanged.add(number(members.get("unchanged")));
  }

  private static long number(Object value) {
    return value instanceof Number ? ((Number) value).longValue() : 0;
  }

  private LongAdder counter(String id) {
    LongAdder known = used.get(id);
    if (known == null) {
      LongAdder added = new LongAdder();
      known = used.putIfAbsent(id, added);
      known = known == null ? added : known;
    }
    return known;
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
