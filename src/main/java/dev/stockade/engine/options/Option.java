package dev.stockade.engine.options;

import dev.stockade.base.JvmProperties;
import dev.stockade.policy.file.Suggestion;
import dev.stockade.policy.tls.Profiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every option: its name, what it may hold, its default. */
public enum Option {
  MODE("mode", "audit", "off, audit, canary, enforce"),
  PROFILE("profile", Profiles.DEFAULT, null),
  POLICY("policy", null, null),
  JOURNAL("journal", "none", null),
  JOURNAL_MAX_SIZE("journal.max-size", "64m", null),
  JOURNAL_KEEP("journal.keep", "4", null),
  JOURNAL_CHAIN("journal.chain", "false", "true, false"),
  JOURNAL_FORMAT("journal.format", "ndjson", "ndjson, ocsf, ecs, emf"),
  SUMMARY("summary", "true", "true, false"),
  LOG("log", "warn", "error, warn, info, debug"),
  ON_FAILURE("on-failure", "continue", "continue, exit"),
  CANARY_PERCENT("canary.percent", "10", null),
  KILL_FILE("kill-file", null, null),
  JMX("jmx", "false", "true, false"),
  JFR("jfr", "false", "true, false"),
  AWS_REQUEST_IDS("aws.request-ids", "false", "true, false"),
  SERVICE("service", null, null),
  INSTANCE("instance", null, null);

  /** Below this a journal would rotate at nearly every record. */
  private static final long MIN_SIZE = 64 << 10;

  private static final String UNITS = "kmg";

  /** Every number of this many digits fits. */
  private static final int LONG_DIGITS = 18;

  private static final int INT_DIGITS = 9;

  public final String key;
  final String fallback;
  private final String choices;

  Option(String key, String fallback, String choices) {
    this.key = key;
    this.fallback = fallback;
    this.choices = choices;
  }

  /** The name as an environment variable: upper case, dots and dashes as underscores. */
  String variable() {
    return "STOCKADE_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** The default of an option; null when it has none, or does not exist. */
  public static String fallback(String name) {
    Option option = named(name);
    return option == null ? null : option.fallback;
  }

  /**
   * What is wrong with an option.
   *
   * @return what is allowed instead, or null when the option is fine
   */
  public static String complaint(String name, String value) {
    Option option = named(name);
    if (option == null) {
      return meant(name);
    }
    String allowed = option.complaint(value);
    return allowed == null ? null : "allowed is " + allowed;
  }

  /** What is allowed, for people; null when the value is fine. */
  String complaint(String value) {
    if (choices != null) {
      boolean allowed = !value.isEmpty() && (", " + choices + ", ").contains(", " + value + ", ");
      return allowed ? null : "one of " + choices;
    }
    switch (this) {
      case PROFILE:
        return Profiles.has(value) ? null : Profiles.allowed();
      case JOURNAL_MAX_SIZE:
        return bytes(value) >= MIN_SIZE
            ? null
            : "a number of bytes from 64k up, with k, m or g, such as 64m";
      case JOURNAL_KEEP:
        return isWhole(value, 1, 1000) ? null : "a whole number from 1 to 1000";
      case CANARY_PERCENT:
        return isWhole(value, 0, 100) ? null : "a whole number from 0 to 100";
      default:
        return value.isEmpty() ? "a text that is not empty" : null;
    }
  }

  /**
   * A number of bytes as people write it: {@code 500000}, {@code 64k}, {@code 64m}, {@code 2g}.
   *
   * @return -1 when the string is not one or does not fit
   */
  public static long bytes(String text) {
    int unit = text.isEmpty() ? -1 : UNITS.indexOf(text.charAt(text.length() - 1));
    int shift = 10 * (unit + 1);
    String digits = unit < 0 ? text : text.substring(0, text.length() - 1);
    if (!isDigits(digits, LONG_DIGITS)) {
      return -1;
    }
    long number = Long.parseLong(digits);
    return number > Long.MAX_VALUE >> shift ? -1 : number << shift;
  }

  /**
   * Whether it has only digits, up to the maximum. Java's own reading takes a sign, too, and digits
   * of every script; and its exception is a class more at each start.
   */
  private static boolean isDigits(String text, int most) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= most;
  }

  /** What a value stands for: of a profile's short name the id. */
  String full(String value) {
    return this == PROFILE ? Profiles.id(value) : value;
  }

  static Option named(String key) {
    for (Option option : values()) {
      if (option.key.equals(key)) {
        return option;
      }
    }
    return null;
  }

  /**
   * What may stand instead of a name that is no option's.
   *
   * @param name as an option, a system property or a variable is written
   */
  static String meant(String name) {
    List<String> keys = new ArrayList<String>();
    for (Option option : values()) {
      keys.add(option.key);
    }
    boolean variable = name.startsWith("STOCKADE_");
    String key = variable ? name.toLowerCase(Locale.ROOT).replace('_', '.') : name;
    String all = "the options are " + String.join(", ", keys);
    return all
        + Suggestion.of(
            key.startsWith(JvmProperties.PREFIX)
                ? key.substring(JvmProperties.PREFIX.length())
                : key,
            keys);
  }

  /** Whether these are digits alone, and a number in these bounds. */
  public static boolean isWhole(String value, int least, int most) {
    if (!isDigits(value, INT_DIGITS)) {
      return false;
    }
    int number = Integer.parseInt(value);
    return number >= least && number <= most;
  }
}
