package dev.stockade.cli.follow.tail;

import static dev.stockade.journal.record.RecordFields.COUNT;
import static dev.stockade.journal.record.RecordFields.KIND;
import static dev.stockade.journal.record.RecordFields.RULE;
import static dev.stockade.journal.record.RecordFields.RULES;
import static dev.stockade.journal.record.RecordFields.RUNTIME;
import static dev.stockade.journal.record.RecordFields.SERVICE;
import static dev.stockade.journal.record.RecordFields.STOCKADE;
import static dev.stockade.journal.record.RecordFields.TIME;

import dev.stockade.base.Digest;
import dev.stockade.cli.command.JsonTree;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.format.RecordForm;
import dev.stockade.journal.record.RecordFields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** One line of a journal that was read, of any kind, also one of a later version. */
public final class FollowedRecord {
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private final String id;
  private final Map<String, Object> members;
  private final long time;

  private FollowedRecord(String id, Map<String, Object> members, long time) {
    this.id = id;
    this.members = members;
    this.time = time;
  }

  /**
   * @throws IllegalArgumentException with what it is instead, for a person
   */
  public static FollowedRecord of(String line) {
    Map<String, Object> members;
    String id;
    try {
      Map<String, Object> object = JsonTree.object(line);
      members = RecordForm.record(object);
      id = RecordForm.id(object);
    } catch (IOException e) {
      throw new IllegalArgumentException("not one JSON object", e);
    }
    Object time = members.get(TIME);
    if (!(members.get(KIND) instanceof String) || !(time instanceof String)) {
      throw new IllegalArgumentException("no record of Stockade's, which has time and kind");
    }
    try {
      Instant instant = Instant.parse((String) time);
      if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST)) {
        throw new DateTimeException("too far away");
      }
      return new FollowedRecord(id == null ? hash(line) : id, members, instant.toEpochMilli());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("its time is none of the years 1970 to 9999", e);
    }
  }

  public Map<String, Object> members() {
    return members;
  }

  /** Milliseconds since the epoch. */
  public long time() {
    return time;
  }

  /** Null for one of a later version. */
  public EventKind kind() {
    String label = text(KIND);
    for (EventKind kind : EventKind.values()) {
      if (kind.label().equals(label)) {
        return kind;
      }
    }
    return null;
  }

  public String service() {
    return text(SERVICE);
  }

  public String instance() {
    return text(RecordFields.INSTANCE);
  }

  /** Of Stockade; null where the record does not say it. */
  public String version() {
    String version = text(STOCKADE);
    return version == null ? text(RUNTIME, STOCKADE) : version;
  }

  /** How many events it stands for. */
  public long count() {
    long count = number(COUNT);
    return count > 0 ? count : 1;
  }

  /** The rule that decided; null for none. */
  public String rule() {
    String rule = text(RULE);
    Object rules = members.get(RULES);
    if (rule == null && rules instanceof Collection && !((Collection<?>) rules).isEmpty()) {
      return String.valueOf(((Collection<?>) rules).iterator().next());
    }
    return rule;
  }

  /** A string, by the names that lead to it; null where there is none. */
  public String text(String... path) {
    Object value = value(path);
    return value instanceof String ? (String) value : null;
  }

  /** A whole number; 0 where there is none. */
  public long number(String... path) {
    Object value = value(path);
    return value instanceof Long ? (Long) value : 0;
  }

  /** Whatever is there, or null. */
  public Object value(String... path) {
    Object at = members;
    for (String name : path) {
      at = at instanceof Map ? ((Map<?, ?>) at).get(name) : null;
    }
    return at;
  }

  /** The hash of its record's line, the same wherever it is read: 64 hexadecimal digits. */
  public String id() {
    return id;
  }

  private static String hash(String line) {
    return Digest.hex(Digest.sha256().digest(line.getBytes(StandardCharsets.UTF_8)));
  }
}
