package dev.stockade.policy.file;

import dev.stockade.policy.Match;
import dev.stockade.policy.rule.Direction;

/** Exceptions that are for everything, by which a policy says nothing any more. */
final class CatchAll {
  private CatchAll() {}

  /** What is wrong with it and what to do; null where it is for less. */
  static String warning(Match match) {
    boolean narrow =
        match.port() != 0
            || match.code() != null
            || isNarrow(match.host())
            || isNarrow(match.sni())
            || isNarrow(match.service())
            || (match.cidr() != null && !match.cidr().endsWith("/0"));
    if (narrow) {
      return null;
    }
    Direction direction = match.direction();
    String what =
        direction == null
            ? "every connection"
            : direction == Direction.IN ? "every client" : "every destination";
    return " is for "
        + what
        + ": the policy then holds for none; name the host, the cidr or at least the port that needs"
        + " it, or lower the rule itself by rules: {ID: audit}";
  }

  /** Whether it has anything but wildcards, and the dots or colons that all names have. */
  private static boolean isNarrow(String glob) {
    return glob != null && glob.chars().anyMatch(Character::isLetterOrDigit);
  }
}
