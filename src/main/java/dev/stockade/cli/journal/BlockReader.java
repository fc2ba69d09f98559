package dev.stockade.cli.journal;

import dev.stockade.cli.command.JsonTree;
import dev.stockade.cli.command.JsonView;
import dev.stockade.cli.journal.ReadBlock.SkippedLine;
import dev.stockade.journal.format.RecordForm;
import dev.stockade.journal.record.RecordFields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Reads the records of blocks. A line that is like one before but for its time and the like is not
 * parsed again.
 */
final class BlockReader {
  private final RecordReader reader;

  /** Null to parse each line, as a test does. */
  private final KnownLines known;

  BlockReader(RecordReader reader, KnownLines known) {
    this.reader = reader;
    this.known = known;
  }

  ReadBlock read(Block block) {
    ReadBlock read = new ReadBlock();
    if (block.isTooLong) {
      read.lines = 1;
      read.skipped.add(tooLong(1));
      return read;
    }
    LineScanner line = new LineScanner();
    for (int start = 0; start < block.length; ) {
      int end = block.endOfLine(start);
      read.lines++;
      take(block.bytes, start, end, line, read);
      start = end + 1;
    }
    return read;
  }

  private void take(byte[] bytes, int start, int end, LineScanner line, ReadBlock read) {
    if (isBlank(bytes, start, end)) {
      return;
    }
    boolean isUsual = known != null && line.scan(bytes, start, end);
    KnownLine before = isUsual ? known.find(line) : null;
    if (before != null) {
      read.records.add(new SeenRecord(before, line.first(), line.last(), line.count()));
      return;
    }
    if (end - start > HeldLine.MAX_LENGTH) {
      read.skipped.add(tooLong(read.lines));
      return;
    }
    String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    try {
      read.records.add(parse(text, isUsual ? line : null));
    } catch (IOException e) {
      read.skipped.add(skipped(read, "not one JSON object", text));
    } catch (IllegalArgumentException e) {
      read.skipped.add(skipped(read, "" + e.getMessage(), text));
    }
  }

  /**
   * @param scanned null for a line that is not to be remembered
   */
  private SeenRecord parse(String text, LineScanner scanned) throws IOException {
    Map<String, Object> object = JsonTree.object(text);
    Map<String, Object> members = RecordForm.record(object);
    // Another product's form has times and counts of its own, which the scanner does not know.
    LineScanner usual = members == object ? scanned : null;
    JsonView record = new JsonView("record", members);
    RecordedFact fact = reader.read(record);
    KnownLine line =
        new KnownLine(
            record.text(RecordFields.KIND),
            fact,
            members,
            usual == null ? null : KnownLines.copy(usual),
            usual == null ? 0 : usual.hash());
    if (usual != null) {
      known.keep(line);
    }
    return fact == null
        ? SeenRecord.other(line, record)
        : new SeenRecord(line, fact.first, fact.last, fact.count);
  }

  private static SkippedLine tooLong(long number) {
    return new SkippedLine(number, "longer than 1 MB", true);
  }

  private static SkippedLine skipped(ReadBlock read, String why, String text) {
    return new SkippedLine(read.lines, why, !text.startsWith("{"));
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
