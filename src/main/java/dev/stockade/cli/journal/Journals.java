package dev.stockade.cli.journal;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.JsonTree;
import dev.stockade.cli.command.JsonView;
import dev.stockade.journal.format.RecordForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads journals line by line. A line that is not a record, such as one that a crash tore, is
 * skipped and counted.
 */
public final class Journals implements Input {
  private final Seen seen = new Seen();
  private final Unread unread = new Unread();
  private final KnownCertificates certificates = new KnownCertificates();
  private final BlockReader reader;
  private final Progress progress;
  private List<String> missing = new ArrayList<>();
  private long files;
  private long bytes;
  private long lines;
  private long records;

  /** Of the file that is read, lines that do not even start as a record. */
  private long strange;

  Journals() {
    this(Progress.none(), new KnownLines());
  }

  Journals(Progress progress, KnownLines known) {
    this.progress = progress;
    this.reader = new BlockReader(new RecordReader(certificates), known);
  }

  /** Hands out each handshake and request, and counts what was seen. */
  void read(List<String> words, boolean mayMiss, Consumer<SeenRecord> facts) {
    read(
        words,
        mayMiss,
        false,
        record -> {
          seen.take(record);
          if (record.line().fact() != null) {
            facts.accept(record);
          }
        });
  }

  /**
   * Hands out each record, in the order of files and lines. What was seen is told by the taker.
   *
   * @param goesOn whether a file of which nothing can be read is only noted, as long as others can;
   *     of one that is torn the rest is
   */
  void read(List<String> words, boolean mayMiss, boolean goesOn, Consumer<SeenRecord> taker) {
    JournalParts parts = JournalParts.of(words, mayMiss);
    missing = parts.missing();
    seen.missing(missing);
    List<Path> all = new ArrayList<>(parts.files());
    files = all.size();
    all.forEach(part -> bytes += size(part));
    try (BlockPipeline pipeline = new BlockPipeline()) {
      learn(all, pipeline);
      long before = 0;
      for (Path part : all) {
        read(part, pipeline, before, goesOn, taker);
        before += size(part);
      }
    } finally {
      progress.end();
    }
    if (records == 0 && unread.lines() > 0) {
      String none =
          unread.lines() == 1 ? "the only line is no record" : "none of the lines is a record";
      throw CommandFailure.usage(none + " that this version can read: " + remark());
    }
    if (records == 0 && unread.files() > 0) {
      throw CommandFailure.usage(unread.places().get(0));
    }
  }

  /**
   * Takes what the files describe of certificates: a handshake may stand before the record of its
   * own.
   */
  private void learn(List<Path> parts, BlockPipeline pipeline) {
    long[] before = new long[1];
    for (Path part : parts) {
      try {
        pipeline.run(
            part,
            KnownCertificates::describedIn,
            found -> found.forEach(this::learn),
            at -> progress.at("looking for certificates", before[0] + at, bytes));
      } catch (IOException e) {
        // Said when it is read again.
      }
      before[0] += size(part);
    }
  }

  private void learn(byte[] line) {
    try {
      String text = new String(line, StandardCharsets.UTF_8);
      certificates.take(new JsonView("record", RecordForm.record(JsonTree.object(text))));
    } catch (IOException | IllegalArgumentException e) {
      // No record.
    }
  }

  private void read(
      Path part, BlockPipeline pipeline, long before, boolean goesOn, Consumer<SeenRecord> taker) {
    long[] line = new long[1];
    long recordsBefore = records;
    strange = 0;
    try {
      pipeline.run(
          part,
          reader::read,
          block -> {
            take(part, line[0], block, taker);
            line[0] += block.lines;
          },
          at -> progress.at("reading", before + at, bytes));
    } catch (IOException e) {
      String sentence =
          part
              + (line[0] == 0
                  ? ": cannot be read"
                  : ":" + line[0] + ": cannot be read any further");
      if (!goesOn && line[0] == 0) {
        throw CommandFailure.usage(sentence);
      }
      unread.file(sentence);
    }
    lines += line[0];
    if (records == recordsBefore && strange > 0) {
      String sentence = part + ": not a journal, none of its lines is a record";
      if (!goesOn) {
        throw CommandFailure.usage(sentence + "; " + unread.places().get(0));
      }
      unread.file(sentence);
    }
  }

  private void take(Path part, long before, ReadBlock block, Consumer<SeenRecord> taker) {
    for (ReadBlock.SkippedLine skipped : block.skipped) {
      unread.line(part.toString(), before + skipped.number, skipped.why);
      strange += skipped.isStrange ? 1 : 0;
    }
    records += block.records.size();
    block.records.forEach(taker);
  }

  /** What was read, as far as it is about TLS and AWS. */
  public Seen seen() {
    return seen;
  }

  /** The words of the command line that stand for no journal. */
  public List<String> missing() {
    return missing;
  }

  @Override
  public Unread unread() {
    return unread;
  }

  @Override
  public long files() {
    return files;
  }

  @Override
  public long lines() {
    return lines;
  }

  @Override
  public long bytes() {
    return bytes;
  }

  /** A sentence on what was skipped; null where nothing was. */
  public String remark() {
    if (unread.places().isEmpty()) {
      return null;
    }
    String first = unread.places().get(0);
    if (unread.files() > 0 && unread.lines() + unread.files() > 1) {
      return first
          + "; in all, lines that are no records: "
          + unread.lines()
          + ", files not read to the end: "
          + unread.files();
    }
    long more = unread.lines() + unread.files() - 1;
    return first
        + (more == 0 ? "" : "; " + more + (more == 1 ? " more line was" : " more lines were"))
        + (more == 0 ? "" : " skipped too");
  }

  public long skipped() {
    return unread.lines();
  }

  private static long size(Path part) {
    try {
      return Files.size(part);
    } catch (IOException e) {
      return 0;
    }
  }
}
