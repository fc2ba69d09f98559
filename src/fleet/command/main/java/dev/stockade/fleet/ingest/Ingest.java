package dev.stockade.fleet.ingest;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.journal.Progress;
import dev.stockade.fleet.duckdb.DiskFailure;
import dev.stockade.fleet.lake.Catalog;
import dev.stockade.fleet.lake.SourceState;
import dev.stockade.fleet.source.KnownSources;
import dev.stockade.fleet.source.LineBlock;
import dev.stockade.fleet.source.LineBlocks;
import dev.stockade.fleet.source.ParsedBlock;
import dev.stockade.fleet.source.Reading;
import dev.stockade.fleet.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Reads journals into the lake. One thread reads the files and fills the batch, others parse, and
 * one writes the batch before; what comes of it does not depend on which is faster.
 */
final class Ingest {
  private static final long HEAP = Runtime.getRuntime().maxMemory();

  private final IngestPlan plan;
  private final Progress progress;
  private final KnownSources known;
  private final Batches batches;
  private final ExecutorService parsers;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final LineBlocks.Spare spare = new LineBlocks.Spare();
  private final Map<String, Reading.Runs> runs = new HashMap<>();
  private final List<String> unread = new ArrayList<>();
  private long done;
  private long all;
  private long files;
  private long unfinished;

  Ingest(IngestPlan plan, Progress progress, Catalog before, Batches batches) {
    this.plan = plan;
    this.progress = progress;
    this.known = new KnownSources(before.sources());
    this.batches = batches;
    this.parsers = Workers.named("stockade-parser", plan.limits().threads());
  }

  private record Pending(Reading reading, LineBlock lines, Future<ParsedBlock> block) {}

  /** Reads what is new in the files. */
  void run(List<Source> sources) throws SQLException {
    all = sources.stream().mapToLong(Source::size).sum();
    try {
      for (Source source : sources) {
        if (!known.isRead(source)) {
          read(source);
        }
        done += source.size();
      }
      drain(0);
      batches.finish();
    } finally {
      parsers.shutdownNow();
      progress.end();
    }
  }

  private void read(Source source) throws SQLException {
    Reading reading;
    SourceState before;
    try {
      before = known.find(source);
      String host = plan.hostLevels() == 0 ? null : source.folder(plan.hostLevels());
      Reading.Runs ofJournal = runs.computeIfAbsent(source.journal(), any -> new Reading.Runs());
      reading = new Reading(source, host, KnownSources.head(source), before, ofJournal);
    } catch (IOException e) {
      unread.add(source.name() + ": cannot be read: " + DiskFailure.reason(e));
      return;
    }
    boolean isRenamed = before != null && !before.name().equals(source.name());
    if (isRenamed || (before != null && source.isFixed())) {
      batches.current().touch(reading);
    }
    long start = reading.offset();
    try (InputStream in = source.open(start)) {
      blocks(reading, new LineBlocks(in, source.isClosed(), spare), start);
    } catch (IOException e) {
      reading.torn();
      unread.add(source.name() + ": cannot be read any further: " + DiskFailure.reason(e));
    }
    files += reading.offset() > start ? 1 : 0;
  }

  private void blocks(Reading reading, LineBlocks blocks, long start)
      throws IOException, SQLException {
    for (LineBlock block = blocks.next(); block != null; block = blocks.next()) {
      LineBlock one = block;
      String host = reading.host();
      pending.add(new Pending(reading, one, parsers.submit(() -> ParsedBlock.of(one, host))));
      reading.read(block);
      batches.current().count(block);
      batches.current().touch(reading);
      drain(2 * plan.limits().threads() + 2);
      long part = reading.source().isPacked() ? 0 : reading.offset() - start;
      progress.at("reading", done + part, all);
      Batch batch = batches.current();
      if (IngestPlan.isFull(batch.bytes(), batch.held(), all, HEAP)) {
        drain(0);
        batches.write();
      }
    }
    unfinished += blocks.hasUnfinished() ? 1 : 0;
  }

  /** Takes what was parsed, in the order of the lines, until so many blocks are left. */
  private void drain(int left) throws SQLException {
    while (pending.size() > left) {
      Pending first = pending.remove();
      ParsedBlock block = result(first.block());
      spare.add(first.lines());
      if (plan.failsOnAside() && !block.aside.isEmpty()) {
        ParsedBlock.AsideLine line = block.aside.get(0);
        throw CommandFailure.failed(
            first.reading().source().name()
                + ":"
                + (first.reading().take(block) + line.number())
                + ": not a record: "
                + line.why()
                + "; nothing of this batch is stored");
      }
      batches.current().take(first.reading(), block);
    }
  }

  private static ParsedBlock result(Future<ParsedBlock> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Files of which something was new. */
  long files() {
    return files;
  }

  /** Journals whose last line is not finished: it waits for the next ingest. */
  long unfinished() {
    return unfinished;
  }

  /** Files that could not be read to their end, each a sentence. */
  List<String> unread() {
    return unread;
  }
}
