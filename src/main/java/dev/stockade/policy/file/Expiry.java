package dev.stockade.policy.file;

import dev.stockade.policy.PolicyException;
import java.time.LocalDate;

/** Warns about exceptions that are over, nearly over, or will not be for long. */
final class Expiry {
  private static final int MAX_YEARS = 2;

  private final long now;
  private final LocalDate today;
  private final boolean ends;
  private final Problems problems;

  /**
   * @param now milliseconds since the epoch
   * @param ends whether an expired exception allows nothing any more
   */
  Expiry(long now, boolean ends, Problems problems) {
    this.now = now;
    this.today = LocalDate.ofEpochDay(Math.floorDiv(now, 86_400_000L));
    this.ends = ends;
    this.problems = problems;
  }

  void check(PolicyException entry, Value expires) {
    String sentence = sentence(entry);
    if (sentence != null) {
      problems.warning(expires.line(), expires.path() + ": " + sentence);
    }
  }

  private String sentence(PolicyException entry) {
    String day = entry.expires();
    if (entry.isExpired(now)) {
      String effect = ends ? "it allows nothing any more" : "it still allows, and is reported";
      return "the exception expired on " + day + "; " + effect;
    }
    if (entry.isExpiring(now)) {
      long days = entry.lastDay() - today.toEpochDay();
      String left = days == 0 ? "today" : days == 1 ? "tomorrow" : "in " + days + " days";
      return "the exception ends on " + day + ", " + left;
    }
    return entry.lastDay() > today.plusYears(MAX_YEARS).toEpochDay()
        ? "the exception lasts for more than two years; nobody will look at it until " + day
        : null;
  }
}
