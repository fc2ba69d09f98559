package dev.stockade.fleet.cloudtrail;

import dev.stockade.base.Limits;
import dev.stockade.enforce.OpenSslSuites;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/** One event as a row of the lake, built member by member; used again for the next one. */
final class TrailEvent {
  static final Table TABLE = Tables.named(Tables.CLOUDTRAIL);

  private static final int TS = TABLE.indexOf("ts");
  private static final int EVENT_ID = TABLE.indexOf("event_id");
  private static final int KEY_KIND = TABLE.indexOf("key_kind");
  private static final int ACCESS_KEY = TABLE.indexOf("access_key");
  private static final int CIPHER = TABLE.indexOf("tls_cipher");
  private static final int PART = 4;
  private static final int LONGEST = 2_048;

  private final String[] texts = new String[TABLE.columns().size()];
  private LocalDateTime time;

  void clear() {
    Arrays.fill(texts, null);
    time = null;
  }

  /**
   * @param path such as {@code tlsDetails.tlsVersion}; one that is no column is passed over
   */
  void put(String path, String value) {
    switch (path) {
      case "userIdentity.accessKeyId" -> key(value);
      case "tlsDetails.cipherSuite" ->
          texts[CIPHER] = Limits.cut(OpenSslSuites.ianaName(value), LONGEST);
      case "eventTime" -> time = time(value);
      default -> {
        int column = TrailColumns.of(path);
        if (column >= 0) {
          texts[column] = Limits.cut(value, LONGEST);
        }
      }
    }
  }

  /** Whole ids stay out of the lake: its kind and, as in journals, its last characters. */
  private void key(String id) {
    if (id.length() >= 4 * PART) {
      texts[KEY_KIND] = id.substring(0, PART);
      texts[ACCESS_KEY] = "\u2026" + id.substring(id.length() - PART);
    }
  }

  private static LocalDateTime time(String value) {
    try {
      LocalDateTime time = LocalDateTime.ofInstant(Instant.parse(value), ZoneOffset.UTC);
      return time.getYear() >= 1970 && time.getYear() < 2200 ? time : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** What it lacks of what a row must have; null for nothing. */
  String lack() {
    return texts[EVENT_ID] == null ? "no eventID" : time == null ? "no eventTime" : null;
  }

  LocalDateTime time() {
    return time;
  }

  /** Of a column that is a text; null for none. */
  String text(int column) {
    return texts[column];
  }

  static boolean isTime(int column) {
    return column == TS;
  }
}
