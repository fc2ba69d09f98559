package dev.stockade.journal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Watches the output that the writer thread is just writing to: a pipe that nobody reads or a dead
 * disk may hold it there for ever. Set by the writer, read from any thread without waiting.
 */
public final class OutputWatch {
  public static final String STDERR = "stderr";

  /** No output of a healthy system takes so long. */
  private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(3);

  private volatile Call current;

  OutputWatch() {}

  /**
   * Something is written from now on.
   *
   * @param target a file, or {@link #STDERR}
   * @return what was being written before, for {@link #end}
   */
  public Call begin(String target) {
    Call before = current;
    current = new Call(target);
    return before;
  }

  /**
   * It is written.
   *
   * @return the call that was reported as stuck; null when none was
   */
  public Call end(Call before) {
    Call ended = current;
    current = before;
    return ended.told.get() ? ended : null;
  }

  /** The output that has been going on for too long; null when there is none. */
  Call stuck() {
    Call now = current;
    return now != null && now.isLong() ? now : null;
  }

  /** One output. */
  public static final class Call {
    final String target;
    final long since = System.currentTimeMillis();
    final AtomicBoolean told = new AtomicBoolean();
    private final long begin = System.nanoTime();

    Call(String target) {
      this.target = target;
    }

    public long seconds() {
      return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
    }

    private boolean isLong() {
      return System.nanoTime() - begin > STUCK_NANOS;
    }
  }
}
