package dev.stockade.policy;

import dev.stockade.policy.tls.Allowance;
import java.time.LocalDate;

/**
 * An exception of the policy: what it matches, what it allows, who answers for it and until when.
 * Immutable.
 */
public final class PolicyException {
  private final String id;
  private final Match match;
  private final Allowance allowance;
  private final String owner;
  private final String reason;
  private final long lastDay;

  /**
   * @param lastDay the last day on which it holds, in days since 1970-01-01 UTC
   */
  public PolicyException(
      String id, Match match, Allowance allowance, String owner, String reason, long lastDay) {
    this.id = id;
    this.match = match;
    this.allowance = allowance;
    this.owner = owner;
    this.reason = reason;
    this.lastDay = lastDay;
  }

  public String id() {
    return id;
  }

  public Match match() {
    return match;
  }

  public Allowance allowance() {
    return allowance;
  }

  public String owner() {
    return owner;
  }

  public String reason() {
    return reason;
  }

  public long lastDay() {
    return lastDay;
  }

  /** {@code 2027-03-31}. */
  public String expires() {
    return LocalDate.ofEpochDay(lastDay).toString();
  }

  /**
   * @param now milliseconds since the epoch
   */
  public boolean isExpired(long now) {
    return day(now) > lastDay;
  }

  /** Whether it expires within 30 days, or has. */
  public boolean isExpiring(long now) {
    return day(now) >= lastDay - 30;
  }

  /**
   * {@code expired}, {@code expiring} or {@code active}; whether it was needed is another question.
   */
  public String state(long now) {
    if (isExpired(now)) {
      return "expired";
    }
    return isExpiring(now) ? "expiring" : "active";
  }

  private static long day(long now) {
    return Math.floorDiv(now, 86_400_000L);
  }

  /** What it is for, what it allows and until when: {@code host *.erp.internal, port 8443: …}. */
  @Override
  public String toString() {
    return match + ": " + allowance + ", until " + expires() + ", owner " + owner;
  }
}
