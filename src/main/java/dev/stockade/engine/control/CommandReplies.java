package dev.stockade.engine.control;

import dev.stockade.base.JournalThreads;
import dev.stockade.base.JvmProperties;
import java.util.concurrent.TimeUnit;

/**
 * Answers to commands, left in a system property for the process that asked: an attached process
 * reads it across users' namespaces without a file or a socket. The last one is taken away after a
 * while, by one thread, however many commands come.
 */
public final class CommandReplies implements Runnable {
  private static final long KEPT_MILLIS = 10_000;

  /** The last reply; null when none waits to be taken away. Guarded by the class. */
  private static String last;

  private static long dueNanos;

  private CommandReplies() {}

  /**
   * @param members of a JSON object, without its braces
   */
  public static synchronized void give(String id, String members) {
    boolean waits = last != null;
    last = id + " {" + members + "}";
    dueNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(KEPT_MILLIS);
    Announcement.put(JvmProperties.REPLY, last);
    if (!waits) {
      JournalThreads.start("stockade-reply", new CommandReplies());
    }
  }

  @Override
  public void run() {
    try {
      for (long left = KEPT_MILLIS; left > 0; left = millisLeft()) {
        Thread.sleep(left);
      }
    } catch (InterruptedException e) {
      // Then it is taken away earlier.
    }
    takeAway();
  }

  private static synchronized long millisLeft() {
    return TimeUnit.NANOSECONDS.toMillis(dueNanos - System.nanoTime());
  }

  /** Unless another engine's reply stands there by now. */
  private static synchronized void takeAway() {
    if (last.equals(Announcement.get(JvmProperties.REPLY))) {
      Announcement.remove(JvmProperties.REPLY);
    }
    last = null;
  }
}
