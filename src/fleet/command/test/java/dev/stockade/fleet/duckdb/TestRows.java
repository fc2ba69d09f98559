package dev.stockade.fleet.duckdb;

import dev.stockade.fleet.record.RecordParser;
import dev.stockade.fleet.record.Row;
import dev.stockade.fleet.record.UnreadableLine;
import java.nio.charset.StandardCharsets;

/** Rows of lines. */
final class TestRows {
  private static final RecordParser PARSER = new RecordParser();

  private TestRows() {}

  /**
   * @param members of the record behind those that each has, with a comma before each
   */
  static Row of(String kind, long seq, String members) {
    String line =
        "{\"time\":\"2026-11-09T10:00:00.123Z\",\"kind\":\""
            + kind
            + "\",\"service\":\"orders\",\"instance\":\"höst-1\",\"pid\":7,\"seq\":"
            + seq
            + members
            + "}";
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    try {
      return PARSER.parse(bytes, 0, bytes.length, null);
    } catch (UnreadableLine e) {
      throw new AssertionError(line, e);
    }
  }
}
