package dev.stockade.policy.canary;

import static java.util.Objects.requireNonNull;

import dev.stockade.policy.rule.Rule;
import java.util.Objects;

/** Something that a canary put back to audit, and why. Immutable. */
public final class CanaryChange {
  private final Rule rule;
  private final String destination;
  private final String salt;
  private final long time;
  private final String reason;

  private CanaryChange(Rule rule, String destination, String salt, long time, String reason) {
    this.rule = rule;
    this.destination = destination;
    this.salt = requireNonNull(salt);
    this.time = time;
    this.reason = requireNonNull(reason);
  }

  /** One rule at one destination goes back to audit. No argument may be null. */
  public static CanaryChange rollback(
      Rule rule, String destination, String salt, long time, String reason) {
    return new CanaryChange(requireNonNull(rule), requireNonNull(destination), salt, time, reason);
  }

  /** Everything goes back to audit. No argument may be null. */
  public static CanaryChange fuse(String salt, long time, String reason) {
    return new CanaryChange(null, null, salt, time, reason);
  }

  /** The rule that was taken back; null for the fuse. */
  public Rule rule() {
    return rule;
  }

  /** Where it was taken back, in lower case; null for the fuse. */
  public String destination() {
    return destination;
  }

  /** The salt of the canary; the change holds for no other. Never null. */
  public String salt() {
    return salt;
  }

  /** When, in milliseconds since 1970. */
  public long time() {
    return time;
  }

  /** Why, in a sentence without full stop; never null. */
  public String reason() {
    return reason;
  }

  /** One JSON object in ASCII without a line end, for the state file. */
  public String toLine() {
    return CanaryLine.of(this);
  }

  /** The change that a line of the state file records; null when it is torn or records none. */
  public static CanaryChange parse(String line) {
    return CanaryLine.parse(line);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof CanaryChange)) {
      return false;
    }
    CanaryChange that = (CanaryChange) other;
    return rule == that.rule
        && Objects.equals(destination, that.destination)
        && salt.equals(that.salt)
        && time == that.time
        && reason.equals(that.reason);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rule, destination, salt, time, reason);
  }

  @Override
  public String toString() {
    return toLine();
  }
}
