package dev.stockade.cli.journal;

import dev.stockade.base.Digest;
import dev.stockade.cli.command.JsonTree;
import dev.stockade.cli.command.JsonView;
import dev.stockade.cli.export.LineFormat;
import dev.stockade.cli.export.Losses;
import dev.stockade.journal.format.RecordForm;
import dev.stockade.journal.format.RecordTree;
import dev.stockade.journal.record.RecordFields;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes the records of journals in another format, one after the other, and holds one at a time.
 */
final class Exporter {
  private final LineFormat format;
  private final OutputStream out;
  private final Losses losses = new Losses();
  private final SkippedLines skipped = new SkippedLines();
  private final List<String> unread = new ArrayList<>();
  private final MessageDigest digest = Digest.sha256();
  private long written;

  Exporter(LineFormat format, OutputStream out) {
    this.format = format;
    this.out = out;
  }

  /**
   * @throws IOException when the output takes no more
   */
  void head() throws IOException {
    if (format.head() != null) {
      write(format.head());
    }
  }

  /**
   * Exports one part of a journal, as far as it can be read.
   *
   * @throws IOException when the output takes no more
   */
  void take(Path part) throws IOException {
    try (Lines lines = new Lines(part)) {
      while (lines.next()) {
        String line = take(part, lines.lines);
        if (line != null) {
          write(line);
          written++;
        }
      }
    }
  }

  /** Lines that were written, without a line of names. */
  long written() {
    return written;
  }

  Losses losses() {
    return losses;
  }

  SkippedLines skipped() {
    return skipped;
  }

  /** Files that were not read to their end, each a sentence. */
  List<String> unread() {
    return unread;
  }

  /** The line for a record; null for none. */
  private String take(Path part, JournalLines lines) {
    byte[] hash = digest.digest();
    if (lines.isTooLong()) {
      skipped.add(part, lines.number(), "longer than 1 MB");
      return null;
    }
    String text = lines.text();
    if (text.trim().isEmpty() && text.indexOf('\0') < 0) {
      return null;
    }
    try {
      Map<String, Object> line = JsonTree.object(text);
      Map<String, Object> record = RecordForm.record(line);
      check(record);
      String id = RecordForm.id(line);
      return format.line(RecordTree.of(record), id == null ? Digest.hex(hash) : id, losses);
    } catch (IOException e) {
      skipped.add(part, lines.number(), "not one JSON object");
    } catch (IllegalArgumentException e) {
      skipped.add(part, lines.number(), e.getMessage());
    }
    return null;
  }

  private static void check(Map<String, Object> record) {
    JsonView view = new JsonView("record", record);
    if (!(record.get(RecordFields.KIND) instanceof String) || !view.has(RecordFields.TIME)) {
      throw new IllegalArgumentException("no record of Stockade's, which has time and kind");
    }
    RecordTime.of(view, RecordFields.TIME);
  }

  private void write(String line) throws IOException {
    out.write(line.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }

  /** Notes which file cannot be read, where an exception would be taken for the output's. */
  private final class Lines implements AutoCloseable {
    private final Path part;
    private final JournalLines lines;

    Lines(Path part) {
      this.part = part;
      JournalLines opened = null;
      try {
        opened = JournalLines.open(part, digest);
      } catch (IOException e) {
        unread.add(part + ": cannot be read");
      }
      lines = opened;
    }

    boolean next() {
      try {
        return lines != null && lines.next();
      } catch (IOException e) {
        String place = lines.number() == 0 ? ": cannot" : ":" + lines.number() + ": cannot";
        unread.add(part + place + " be read any further");
        return false;
      }
    }

    @Override
    public void close() throws IOException {
      if (lines != null) {
        lines.close();
      }
    }
  }
}
