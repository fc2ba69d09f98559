package dev.stockade.journal.record;

import dev.stockade.base.TerminalText;
import dev.stockade.journal.Journal;
import dev.stockade.journal.JournalCounters;
import dev.stockade.journal.JournalSettings;
import dev.stockade.journal.OutputWatch;
import dev.stockade.journal.SinkContext;
import dev.stockade.policy.rule.Verdict;

/**
 * Gives records their number and their form, and hands them out line by line. Keeps the book of
 * losses: before the next record goes out, the start and what was lost have been reported.
 */
final class RecordWriter {
  /** Bytes of a record at most, in Stockade's own form. */
  static final int MAX_LENGTH = 8192;

  private final SinkContext context;
  private final JournalCounters counters;
  private final PolicyStamp stamp;
  private final RecordFormat format;
  private final Output output;

  /** The output's name. */
  private final String target;

  private RecordedProcess process;
  private boolean started;
  private long toldRingFull;
  private long toldUnwritable;

  RecordWriter(SinkContext context, PolicyStamp stamp, RecordFormat format) {
    this.context = context;
    this.counters = context.counters();
    this.stamp = stamp;
    this.format = format;
    JournalSettings settings = context.settings();
    boolean toStderr = settings.isToStderr();
    this.target = toStderr ? OutputWatch.STDERR : Journal.path(settings.target());
    this.output = toStderr ? new StderrOutput() : new JournalFile(context);
  }

  /**
   * Writes a record from a peer's share. From asking for the line before to writing the next it is
   * this engine's turn: a line may name the one before it, and another engine may write to the
   * file.
   *
   * @param peer whose share it is; null for nobody's
   * @param events how many are lost when this is not written
   * @param all those that the share counts when it is used up
   * @return false when it is used up; a journal that fails is another matter
   */
  boolean write(JournalRecord record, PeerShares shares, String peer, long events, long all) {
    OutputWatch.Call before = context.watch().begin(target);
    synchronized (output.turn()) {
      goesOn(context.watch().end(before));
      byte[] line = settle() ? encode(record) : null;
      if (line != null && !shares.take(peer, line.length, all)) {
        return false;
      }
      if (line == null || !append(line)) {
        counters.unwritable().addAndGet(events);
      }
      return true;
    }
  }

  /** Events that nothing else reports are lost when this is not written. */
  boolean write(JournalRecord record) {
    return settle() && put(record);
  }

  /** Writes what has to come first; false when that is impossible now. */
  boolean settle() {
    if (!started && !put(start())) {
      return false;
    }
    started = true;
    long ringFull = counters.ringFull().get();
    if (ringFull > toldRingFull && !lost("the ring was full", ringFull - toldRingFull)) {
      return false;
    }
    toldRingFull = ringFull;
    long unwritable = counters.unwritable().get();
    if (unwritable > toldUnwritable
        && !lost("the journal could not be written", unwritable - toldUnwritable)) {
      return false;
    }
    toldUnwritable = unwritable;
    return true;
  }

  /** Whether there is nothing left to be reported. */
  boolean isSettled() {
    return started
        && toldRingFull == counters.ringFull().get()
        && toldUnwritable == counters.unwritable().get();
  }

  void close() {
    if (settle()) {
      put(
          JournalRecord.ofEnd(
              context.clock().millis(),
              counters.totals(),
              counters.answersIfAny(),
              counters.dropped(),
              context.internalErrors()));
    }
    output.close();
  }

  private JournalRecord start() {
    return JournalRecord.ofStart(
        context.since(), context.settings().version(), CloudEnvironment.ofThisProcess());
  }

  private boolean lost(String reason, long count) {
    return put(JournalRecord.ofDropped(context.clock().millis(), reason, count));
  }

  private boolean put(JournalRecord record) {
    OutputWatch.Call before = context.watch().begin(target);
    synchronized (output.turn()) {
      goesOn(context.watch().end(before));
      byte[] line = encode(record);
      return line != null && append(line);
    }
  }

  private byte[] encode(JournalRecord record) {
    OutputWatch.Call before = context.watch().begin(target);
    try {
      if (!output.isReady()) {
        return null;
      }
    } finally {
      goesOn(context.watch().end(before));
    }
    if (process == null) {
      process = new RecordedProcess(context);
    }
    return format.encode(record, counters.written().get() + 1, stamp, process, output.link());
  }

  private boolean append(byte[] line) {
    OutputWatch.Call before = context.watch().begin(target);
    try {
      if (!output.write(line)) {
        return false;
      }
      counters.written().incrementAndGet();
      return true;
    } finally {
      goesOn(context.watch().end(before));
    }
  }

  private void goesOn(OutputWatch.Call wasStuck) {
    if (wasStuck != null) {
      String again = "the journal " + target + " goes on, after " + wasStuck.seconds();
      context.log(Verdict.WARN, TerminalText.text(again + " seconds in which it took nothing"));
    }
  }
}
