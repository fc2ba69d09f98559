package dev.stockade.journal.record;

import dev.stockade.base.Clock;
import dev.stockade.base.PrivateFile;
import dev.stockade.base.TerminalText;
import dev.stockade.journal.Journal;
import dev.stockade.journal.JournalCounters;
import dev.stockade.journal.JournalSettings;
import dev.stockade.journal.SinkContext;
import dev.stockade.policy.rule.Verdict;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * The journal as a file. Appends each line by one unbuffered write, so that after a crash at most
 * the last line is torn, and closes a torn line before it goes on. When it cannot write it says so
 * once, refuses lines, and tries again every five seconds. Not a FileChannel: that one is closed
 * for good by an interrupt.
 */
final class JournalFile implements Output {
  private static final long SECOND = 1_000_000_000L;
  private static final long RETRY = 5 * SECOND;

  private final SinkContext context;
  private final JournalSettings settings;
  private final JournalCounters counters;
  private final Clock clock;
  private final File file;

  /** Null where lines are not chained. */
  private final HashChain chain;

  private FileOutputStream out;
  private boolean regular;
  private long size;
  private long limit;
  private long checked;
  private boolean down;
  private long failed;

  JournalFile(SinkContext context) {
    this.context = context;
    this.settings = context.settings();
    this.counters = context.counters();
    this.clock = context.clock();
    file = new File(Journal.path(settings.target()));
    chain = settings.chain() ? new HashChain() : null;
  }

  @Override
  public boolean isReady() {
    if (out != null && isMovedAway()) {
      close();
    }
    if (out != null) {
      return true;
    }
    if (down && clock.nanos() - failed < RETRY) {
      return false;
    }
    try {
      open();
      return true;
    } catch (IOException | RuntimeException e) {
      fail(e);
      return false;
    }
  }

  @Override
  public String link() {
    return chain == null ? null : chain.last();
  }

  @Override
  public boolean write(byte[] line) {
    try {
      if (regular && size > 0 && limit > 0 && size + line.length > limit) {
        rotate();
      }
      append(line);
      if (chain != null) {
        chain.written(line);
      }
      down = false;
      return true;
    } catch (IOException | RuntimeException e) {
      fail(e);
      return false;
    }
  }

  @Override
  public void close() {
    FileOutputStream closing = out;
    out = null;
    try {
      if (closing != null) {
        closing.close();
      }
    } catch (IOException e) {
      counters.failures().incrementAndGet();
    }
  }

  private void open() throws IOException {
    File folder = file.getParentFile();
    if (folder != null && !folder.exists() && !folder.mkdirs() && !folder.isDirectory()) {
      throw new IOException("folder " + folder + " cannot be created");
    }
    boolean torn = file.isFile() && file.length() > 0 && isTorn();
    if (chain != null) {
      chain.open(file);
    }
    PrivateFile.create(file);
    out = new FileOutputStream(file, true);
    regular = file.isFile();
    size = regular ? file.length() : 0;
    limit = settings.maxSize();
    checked = clock.nanos();
    if (torn) {
      append(new byte[] {'\n'});
    }
  }

  private boolean isTorn() throws IOException {
    try (RandomAccessFile end = new RandomAccessFile(file, "r")) {
      end.seek(Math.max(0, end.length() - 1));
      int last = end.read();
      return last >= 0 && last != '\n';
    }
  }

  private void append(byte[] bytes) throws IOException {
    out.write(bytes);
    size += bytes.length;
  }

  /** Puts the full file aside, or when that is refused goes on with it for another max-size. */
  private void rotate() throws IOException {
    close();
    RotatedFiles.putAside(file, settings.keep());
    open();
    if (size > 0) {
      limit = size + settings.maxSize();
    }
  }

  /** Whether someone else removed, replaced or emptied the file; looked at once a second. */
  private boolean isMovedAway() {
    long now = clock.nanos();
    if (!regular || now - checked < SECOND) {
      return false;
    }
    checked = now;
    return file.length() < size;
  }

  /** Takes back the part of a line that a full disk let through; only what this process wrote. */
  private void takeBackTornLine() {
    if (out == null || !regular || file.length() <= size) {
      return;
    }
    try (RandomAccessFile written = new RandomAccessFile(file, "rw")) {
      written.setLength(size);
    } catch (IOException e) {
      // Then the next open closes the torn line, as after a crash.
    }
  }

  private void fail(Exception cause) {
    takeBackTornLine();
    close();
    counters.failures().incrementAndGet();
    failed = clock.nanos();
    if (down) {
      return;
    }
    down = true;
    String line =
        "journal "
            + file
            + " cannot be written: "
            + cause.getMessage()
            + "; trying again every "
            + RETRY / SECOND
            + " seconds, records until then are counted as dropped";
    context.log(Verdict.VIOLATION, TerminalText.text(line));
  }
}
