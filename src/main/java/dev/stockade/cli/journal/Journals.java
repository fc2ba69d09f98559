package dev.stockade.cli.journal;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.JsonTree;
import dev.stockade.cli.command.JsonView;
import dev.stockade.cli.command.YamlText;
import dev.stockade.journal.record.RecordFields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads journals line by line. A line that is not a record, such as one that a crash tore, is
 * skipped and counted.
 */
public final class Journals {
  private final Seen seen = new Seen();
  private final KnownCertificates certificates = new KnownCertificates();
  private final RecordReader reader = new RecordReader(certificates);
  private long records;
  private long skipped;

  /** Of lines that do not even start as a record. */
  private long strange;

  private String firstSkipped;

  /** Hands out each handshake and request; other records are only counted. */
  void read(List<String> words, boolean mayMiss, Consumer<RecordedFact> facts) {
    JournalParts parts = JournalParts.of(words, mayMiss);
    seen.missing(parts.missing());
    for (Path part : parts.files()) {
      learn(part);
    }
    for (Path part : parts.files()) {
      long before = records;
      strange = 0;
      read(part, facts);
      if (records == before && strange > 0) {
        throw CommandFailure.usage(
            part + ": not a journal, none of its lines is a record; " + firstSkipped);
      }
    }
    if (records == 0 && skipped > 0) {
      String none = skipped == 1 ? "the only line is no record" : "none of the lines is a record";
      throw CommandFailure.usage(none + " that this version can read: " + remark());
    }
  }

  /**
   * Takes what a part describes of certificates: a handshake may stand before the record of its
   * own.
   */
  private void learn(Path part) {
    try (JournalLines lines = JournalLines.open(part, null)) {
      while (lines.next()) {
        String line = lines.text();
        if (KnownCertificates.isDescribedIn(line)) {
          learn(line);
        }
      }
    } catch (IOException e) {
      // Said below.
    }
  }

  private void learn(String line) {
    try {
      certificates.take(new JsonView("record", JsonTree.object(line)));
    } catch (IOException | IllegalArgumentException e) {
      // No record.
    }
  }

  private void read(Path part, Consumer<RecordedFact> facts) {
    long line = 0;
    try (JournalLines lines = JournalLines.open(part, null)) {
      while (lines.next()) {
        line = lines.number();
        take(part, lines, facts);
      }
    } catch (IOException e) {
      throw CommandFailure.usage(
          part + (line == 0 ? ": cannot be read" : ":" + line + ": cannot be read any further"));
    }
  }

  /** What was read, as far as it is about TLS and AWS. */
  Seen seen() {
    return seen;
  }

  /** A sentence on what was skipped; null where nothing was. */
  public String remark() {
    if (skipped < 2) {
      return firstSkipped;
    }
    String more = skipped == 2 ? "1 more line was" : skipped - 1 + " more lines were";
    return firstSkipped + "; " + more + " skipped too";
  }

  public long skipped() {
    return skipped;
  }

  private void take(Path part, JournalLines lines, Consumer<RecordedFact> facts) {
    String line = lines.text();
    if (isBlank(line) && !lines.isTooLong()) {
      return;
    }
    RecordedFact fact;
    String kind;
    try {
      if (lines.isTooLong()) {
        throw new IllegalArgumentException("longer than 1 MB");
      }
      JsonView record = new JsonView("record", JsonTree.object(line));
      fact = reader.read(record);
      kind = record.text(RecordFields.KIND);
    } catch (IOException e) {
      skip(part, lines.number(), "not one JSON object", line);
      return;
    } catch (IllegalArgumentException e) {
      skip(part, lines.number(), e.getMessage(), line);
      return;
    }
    records++;
    if (fact == null) {
      seen.other(kind);
    } else {
      seen.take(fact);
      facts.accept(fact);
    }
  }

  /** Unlike for trim(), zero bytes are no blanks. */
  private static boolean isBlank(String line) {
    return line.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\r');
  }

  private void skip(Path part, long line, String why, String text) {
    skipped++;
    strange += text.startsWith("{") ? 0 : 1;
    if (firstSkipped == null) {
      firstSkipped =
          part + ":" + line + ": not a whole record, skipped: " + YamlText.cut("" + why, 200);
    }
  }
}
