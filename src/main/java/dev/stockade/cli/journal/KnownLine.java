package dev.stockade.cli.journal;

import java.nio.ByteBuffer;
import java.util.Map;

/**
 * What lines have in common that differ in nothing but their time, number, count and the like: read
 * once, however many there are.
 */
public final class KnownLine {
  private final String kind;
  private final RecordedFact fact;
  private final Map<String, Object> members;

  /** See {@link LineScanner#key()}; null where it is not kept. */
  final ByteBuffer key;

  final int hash;
  private Object note;

  KnownLine(String kind, RecordedFact fact, Map<String, Object> members, ByteBuffer key, int hash) {
    this.kind = kind;
    this.fact = fact;
    this.members = fact == null ? members : null;
    this.key = key;
    this.hash = hash;
  }

  /** As the record has it; may be one of a later version. */
  public String kind() {
    return kind;
  }

  /** The handshake or request, with the time and count of one of the lines; null for the rest. */
  public RecordedFact fact() {
    return fact;
  }

  /** Of a record that is neither handshake nor request, all that it has; else null. */
  public Map<String, Object> members() {
    return members;
  }

  /** What the one who takes the records has noted; null at first. */
  public Object note() {
    return note;
  }

  /** Keeps what was found out, for the next of these lines. */
  public void note(Object found) {
    note = found;
  }
}
