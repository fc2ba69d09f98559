package dev.stockade.journal.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The TLS alert (RFC 8446 section 6) with which a handshake failed. */
public final class Alert {
  private static final Pattern NAME =
      Pattern.compile("^(?:Received fatal alert: )?([a-z]+(?:_[a-z]+)+)(?::|$)");

  private Alert() {}

  /** Its name as the reason begins with it; null where that says none. */
  public static String of(RecordTree record) {
    String reason = record.text("reason");
    Matcher name = NAME.matcher(reason == null ? "" : reason);
    return name.find() ? name.group(1) : null;
  }
}
