package dev.stockade.policy.tls;

import dev.stockade.base.IsoTime;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The last days on which a profile allows some of what it lists: versions, cipher suites, groups
 * and signature schemes, by name. A date refuses nothing: in the year before it is a note, then a
 * warning. Immutable once the profile is built.
 */
public final class UseUntil {
  /** How long before its end something is spoken of, in milliseconds: a year. */
  public static final long NOTICE_MILLIS = 365L * 86_400_000;

  static final long DAY = 86_400_000;

  /** The last days, in days since the epoch. */
  private final Map<String, Long> lastDays = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  UseUntil() {}

  /** Returns whether the name had no date before. */
  boolean add(String name, long lastDay) {
    return lastDays.putIfAbsent(name, lastDay) == null;
  }

  /** The names that have a date, in the order of the alphabet. */
  public Set<String> names() {
    return Collections.unmodifiableSet(lastDays.keySet());
  }

  /**
   * The last day as {@code 2031-12-31}.
   *
   * @return null where the profile gives none
   */
  public String lastDay(String name) {
    Long day = lastDays.get(name);
    return day == null ? null : IsoTime.of(day * DAY).substring(0, 10);
  }

  /**
   * Whether the use of something is over, or will be within a year.
   *
   * @param name null where it is not known
   * @param now milliseconds since the epoch
   */
  boolean endsSoon(String name, long now) {
    Long day = name == null || lastDays.isEmpty() ? null : lastDays.get(name);
    return day != null && endOf(day) - now <= NOTICE_MILLIS;
  }

  /** Whether the use of something that has a date is over. */
  boolean isOver(String name, long now) {
    return now >= endOf(lastDays.get(name));
  }

  private static long endOf(long lastDay) {
    return (lastDay + 1) * DAY;
  }
}
