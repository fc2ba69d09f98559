package dev.stockade.fleet.sql;

import dev.stockade.cli.command.CommandFailure;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * What a question leaves open. The engines have no syntax for parameters in common, so values are
 * put into the text, and only those that match a pattern which leaves no room for SQL.
 */
public enum Parameter {
  /** First day, UTC, yyyy-MM-dd. */
  FROM("from", Shape.DAY, 29),
  /** Last day, UTC, yyyy-MM-dd. */
  TO("to", Shape.DAY, 0),
  /** What was seen before this day only is gone, what was seen since only is new. */
  QUIET("quiet", Shape.DAY, 6),
  /** Days of observation without which a service is not called ready. */
  DAYS("days", Shape.NUMBER, 14),
  /** Services that must share a destination for it to be listed. */
  SERVICES("services", Shape.NUMBER, 5),
  /** Days before its end in which something counts as ending soon. */
  WITHIN("within", Shape.NUMBER, 30);

  private final String label;
  private final Shape shape;

  /** Of a day, how many days before the last one it is. */
  private final int standard;

  Parameter(String label, Shape shape, int standard) {
    this.label = label;
    this.shape = shape;
    this.standard = standard;
  }

  /** As in {@code ${from}} and {@code --from}. */
  public String label() {
    return label;
  }

  /** What stands for it when nobody gives it, the last day being known. */
  String standard(LocalDate to) {
    return shape == Shape.DAY ? to.minusDays(standard).toString() : String.valueOf(standard);
  }

  /**
   * The value itself.
   *
   * @throws CommandFailure when it is not of the parameter's form
   */
  String checked(String value) {
    if (!shape.fits(value)) {
      throw CommandFailure.usage("--" + label + " must be " + shape.words + ", not " + value);
    }
    return value;
  }

  private enum Shape {
    DAY("[0-9]{4}-[0-9]{2}-[0-9]{2}", "a day such as 2026-11-23"),
    NUMBER("[0-9]{1,5}", "a whole number of at most 5 digits");

    private final Pattern pattern;
    private final String words;

    Shape(String pattern, String words) {
      this.pattern = Pattern.compile(pattern);
      this.words = words;
    }

    boolean fits(String value) {
      return pattern.matcher(value).matches() && (this != DAY || isDay(value));
    }

    private static boolean isDay(String value) {
      try {
        return LocalDate.parse(value).getYear() >= 1970;
      } catch (DateTimeException e) {
        return false;
      }
    }
  }
}
