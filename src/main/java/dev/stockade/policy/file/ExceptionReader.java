package dev.stockade.policy.file;

import dev.stockade.policy.Match;
import dev.stockade.policy.PolicyException;
import dev.stockade.policy.tls.Allowance;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** One exception. */
final class ExceptionReader {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final AllowanceReader allowances;
  private final Problems problems;

  ExceptionReader(AllowanceReader allowances, Problems problems) {
    this.allowances = allowances;
    this.problems = problems;
  }

  /** Null where something of it is wrong, which is reported. */
  PolicyException read(Section exception) {
    exception.require(Keys.EXCEPTION);
    String id = exception.value("id").text();
    Match match = MatchReader.read(exception.value("match"), problems);
    Allowance allowance = allowances.read(exception.value("allow"));
    String owner = Decided.text(exception.value("owner"), problems);
    String reason = Decided.text(exception.value("reason"), problems);
    LocalDate expires = date(exception.value("expires"));
    boolean complete =
        id != null && match != null && allowance != null && owner != null && reason != null;
    return complete && expires != null
        ? new PolicyException(id, match, allowance, owner, reason, expires.toEpochDay())
        : null;
  }

  private static LocalDate date(Value value) {
    String text = value.text();
    if (text == null) {
      return null;
    }
    try {
      if (DATE.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeParseException e) {
      // Such as the 30th of February: said below.
    }
    value.wrong("a day that exists, written YYYY-MM-DD");
    return null;
  }
}
