package dev.stockade.fleet.source;

import dev.stockade.cli.command.JsonText;
import dev.stockade.fleet.record.RecordParser;
import dev.stockade.fleet.record.Row;
import dev.stockade.fleet.record.UnreadableLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the lines of a block are: rows, and lines that are no records. */
public final class ParsedBlock {
  /** A parser has a cache, which is worth keeping. */
  private static final ThreadLocal<RecordParser> PARSER =
      ThreadLocal.withInitial(RecordParser::new);

  public final List<Row> rows = new ArrayList<>();
  public final List<AsideLine> aside = new ArrayList<>();

  /** Also the blank ones, which are nothing else. */
  public int lines;

  /** Bytes of memory that the rows hold, about. */
  public long held;

  /**
   * A line that is no record.
   *
   * @param number in its block, from 1
   * @param bytes the beginning of a line that is too long
   */
  @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
  public record AsideLine(int number, String why, byte[] bytes) {
    private static final int MAX_NAME = 4096;

    /**
     * As it is kept aside: JSON on one line.
     *
     * @param file the name of its source
     * @param before lines of the file before its block
     */
    public String json(String file, long before) {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("file", file.substring(Math.max(0, file.length() - MAX_NAME)));
      members.put("line", before + number);
      members.put("why", why);
      members.put("bytes", Base64.getEncoder().encodeToString(bytes));
      return JsonText.of(members);
    }
  }

  private ParsedBlock() {}

  /**
   * @param host what {@code --host-from-path} gives; null for nothing
   */
  public static ParsedBlock of(LineBlock block, String host) {
    ParsedBlock parsed = new ParsedBlock();
    if (block.isTooLong()) {
      parsed.lines = 1;
      String why =
          "longer than " + LineBlocks.MAX_LINE + " bytes: " + block.size() + ", the first are kept";
      parsed.aside.add(new AsideLine(1, why, Arrays.copyOf(block.bytes(), block.length())));
      return parsed;
    }
    RecordParser parser = PARSER.get();
    parser.leaveRows();
    long before = parser.held();
    for (int start = 0; start < block.length(); ) {
      int end = block.endOfLine(start);
      parsed.lines++;
      if (!isBlank(block.bytes(), start, end)) {
        parsed.take(parser, block.bytes(), start, end, host);
      }
      start = end + 1;
    }
    parsed.held = parser.held() - before;
    return parsed;
  }

  private void take(RecordParser parser, byte[] bytes, int start, int end, String host) {
    try {
      rows.add(parser.parse(bytes, start, end, host));
    } catch (UnreadableLine e) {
      aside.add(new AsideLine(lines, e.getMessage(), Arrays.copyOfRange(bytes, start, end)));
    }
  }

  /** Unlike for trim(), zero bytes are no blanks. */
  private static boolean isBlank(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
