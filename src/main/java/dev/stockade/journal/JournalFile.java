package dev.stockade.journal;

import dev.stockade.base.Clock;
import dev.stockade.base.Plain;
import dev.stockade.base.PrivateFile;
import dev.stockade.base.ProcessNames;
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

  private final JournalSettings settings;
  private final Tally tally;
  private final Clock clock;
  private final File file;

  /** Null where lines are not chained. */
  private final Chain chain;

  private FileOutputStream out;
  private boolean regular;
  private long size;
  private long limit;
  private long checked;
  private boolean down;
  private long failed;

  JournalFile(JournalSettings settings, Tally tally, Clock clock) {
    this.settings = settings;
    this.tally = tally;
    this.clock = clock;
    file = path(settings.target());
    chain = settings.chain() ? new Chain() : null;
  }

  /** The file that a target means, {@code %p} in it being the process id. */
  static File path(String target) {
    StringBuilder path = new StringBuilder();
    int from = 0;
    for (int at = target.indexOf("%p"); at >= 0; at = target.indexOf("%p", from)) {
      path.append(target, from, at).append(ProcessNames.pid());
      from = at + 2;
    }
    return new File(path.append(target.substring(from)).toString()).getAbsoluteFile();
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
  public boolean write(byte[] line) {
    try {
      byte[] whole = chain == null ? line : chain.link(line);
      if (regular && size > 0 && limit > 0 && size + whole.length > limit) {
        rotate();
      }
      append(whole);
      if (chain != null) {
        chain.written(whole);
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
      tally.failures.incrementAndGet();
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
    tally.failures.incrementAndGet();
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
    settings.log(Verdict.VIOLATION, Plain.text(line));
  }
}
