package dev.stockade.fleet.spark;

import dev.stockade.fleet.lake.SourceState;
import dev.stockade.fleet.source.KnownSources;
import dev.stockade.fleet.source.LineBlock;
import dev.stockade.fleet.source.LineBlocks;
import dev.stockade.fleet.source.ParsedBlock;
import dev.stockade.fleet.source.Reading;
import dev.stockade.fleet.source.Source;
import dev.stockade.fleet.storage.FileOpener;
import dev.stockade.fleet.storage.StoredFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.zip.ZipException;
import org.apache.spark.sql.Row;

/** The rows of one journal, a block of lines at a time, and behind each file's its note. */
final class JournalRows implements Iterator<Row> {
  private final Journal journal;
  private final Iterator<Journal.Part> parts;
  private final KnownSources known;
  private final FileOpener storage;
  private final int hostLevels;
  private final Instant now;
  private final Reading.Runs runs = new Reading.Runs();
  private final Queue<Row> rows = new ArrayDeque<>();

  private Reading reading;
  private LineBlocks blocks;
  private InputStream in;
  private long start;
  private long read;
  private long aside;

  JournalRows(
      Journal journal,
      Map<String, SourceState> known,
      FileOpener storage,
      int hostLevels,
      long now) {
    this.journal = journal;
    this.parts = journal.parts().iterator();
    this.known = new KnownSources(known);
    this.storage = storage;
    this.hostLevels = hostLevels;
    this.now = Instant.ofEpochMilli(now);
  }

  @Override
  public boolean hasNext() {
    try {
      while (rows.isEmpty() && (blocks != null || parts.hasNext())) {
        if (blocks == null) {
          open(parts.next());
        } else {
          block();
        }
      }
      return !rows.isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(journal.name() + ": cannot be read", e);
    }
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return rows.remove();
  }

  private void open(Journal.Part part) throws IOException {
    boolean isLocal = !part.path().startsWith("s3a:");
    StoredFile file =
        new StoredFile(part.path(), part.size(), Instant.ofEpochMilli(part.modified()));
    Source source = new Source(storage, file, part.name(), journal.name(), isLocal, now);
    if (known.isRead(source)) {
      return;
    }
    try {
      SourceState before = known.find(source);
      String host = hostLevels == 0 ? null : source.folder(hostLevels);
      reading = new Reading(source, host, KnownSources.head(source), before, runs);
      start = reading.offset();
      in = source.open(start);
      InputStream limited = source.isPacked() ? in : new Limited(in, part.size() - start);
      blocks = new LineBlocks(limited, source.isClosed());
      read = 0;
      aside = 0;
    } catch (EOFException | ZipException e) {
      note(new SourceNote(null, false, 0, 0, false, part.name() + ": cannot be read: " + words(e)));
    }
  }

  private void block() throws IOException {
    try {
      LineBlock block = blocks.next();
      if (block == null) {
        finish(null);
        return;
      }
      take(ParsedBlock.of(block, reading.host()));
      reading.read(block);
    } catch (EOFException | ZipException e) {
      // Another attempt would meet the same bytes.
      reading.torn();
      finish(reading.source().name() + ": cannot be read any further: " + words(e));
    }
  }

  private void take(ParsedBlock block) {
    long before = reading.take(block);
    for (ParsedBlock.AsideLine line : block.aside) {
      rows.add(ReadRow.note(ReadRow.ASIDE, line.json(reading.source().name(), before)));
    }
    for (dev.stockade.fleet.record.Row row : block.rows) {
      reading.runs().tell(row);
      rows.add(ReadRow.of(row));
    }
    read += block.rows.size();
    aside += block.aside.size();
  }

  private void finish(String problem) throws IOException {
    boolean isNew = reading.offset() > start;
    note(new SourceNote(reading.state(), isNew, read, aside, blocks.hasUnfinished(), problem));
    in.close();
    blocks = null;
  }

  private void note(SourceNote note) {
    rows.add(ReadRow.note(ReadRow.SOURCE, note.json()));
  }

  private static String words(IOException e) {
    return e instanceof EOFException ? "it ends too early" : String.valueOf(e.getMessage());
  }
}
