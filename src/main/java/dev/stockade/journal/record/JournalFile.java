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
  private final SharedFile shared;

  /** Null where lines are not chained. */
  private final HashChain chain;

  private FileOutputStream out;
  private boolean regular;
  private long size;
  private long rotations;
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
    shared = new SharedFile(file, context.shared());
    chain = settings.chain() ? new HashChain(shared) : null;
  }

  @Override
  public Object turn() {
    return shared.turn();
  }

  @Override
  public boolean isReady() {
    if (out != null && isMovedAway()) {
      close();
    }
    if (out == null && down && clock.nanos() - failed < RETRY) {
      return false;
    }
    try {
      if (out == null) {
        open();
      } else if (chain != null && regular) {
        chain.follow(file);
      }
      return true;
    } catch (IOException | RuntimeException e) {
      fail(e, null, 0);
      return false;
    }
  }

  @Override
  public String link() {
    return chain == null ? null : chain.last();
  }

  @Override
  public boolean write(byte[] line) {
    long before = 0;
    try {
      size = regular ? Math.max(size, file.length()) : size;
      if (regular && size > 0 && limit > 0 && size + line.length > limit) {
        rotate();
      }
      before = regular ? file.length() : 0;
      append(line);
      if (chain != null) {
        chain.written(line);
      }
      down = false;
      return true;
    } catch (IOException | RuntimeException e) {
      fail(e, line, before);
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
      chain.follow(file);
    }
    PrivateFile.create(file);
    out = new FileOutputStream(file, true);
    regular = file.isFile();
    size = regular ? file.length() : 0;
    limit = settings.maxSize();
    rotations = shared.rotations();
    checked = clock.nanos();
    if (torn) {
      append(new byte[] {'\n'});
      if (chain != null) {
        chain.ended();
      }
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
    shared.rotated();
    open();
    if (size > 0) {
      limit = size + settings.maxSize();
    }
  }

  /**
   * Whether another engine of this JVM has put the file aside, or someone else removed, replaced or
   * emptied it; the latter is looked at once a second.
   */
  private boolean isMovedAway() {
    if (regular && rotations != shared.rotations()) {
      return true;
    }
    long now = clock.nanos();
    if (!regular || now - checked < SECOND) {
      return false;
    }
    checked = now;
    return file.length() < size;
  }

  /**
   * @param torn the line that was being written; null for none
   * @param before how long the file was then
   */
  private void fail(Exception cause, byte[] torn, long before) {
    boolean isTorn = out != null && regular && torn != null;
    close();
    try {
      if (isTorn) {
        TornLine.takeBack(file, torn, before);
      }
    } catch (IOException e) {
      // Then the next open ends the torn line, as after a crash.
    }
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
