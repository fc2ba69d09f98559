package dev.stockade.cli.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The word to end (SIGTERM, Ctrl-C) for a command that runs until it is told: the JVM waits, for a
 * bounded time, until the command has put its work away and closes this.
 */
public final class EndSignal implements AutoCloseable {
  private final CountDownLatch told = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final int patienceSeconds;
  private final Thread hook;

  private EndSignal(String thread, int patienceSeconds) {
    this.patienceSeconds = patienceSeconds;
    this.hook = new Thread(this::tell, thread);
  }

  /**
   * Listens from now on; where the JVM ends already, it is told at once.
   *
   * @param thread the name of the thread that waits in a shutdown
   */
  public static EndSignal listen(String thread, int patienceSeconds) {
    EndSignal signal = new EndSignal(thread, patienceSeconds);
    try {
      Runtime.getRuntime().addShutdownHook(signal.hook);
    } catch (IllegalStateException e) {
      signal.told.countDown();
    }
    return signal;
  }

  public boolean isTold() {
    return told.getCount() == 0;
  }

  /** Comes back when it is told, or after that time. */
  public void await(long millis) throws InterruptedException {
    told.await(millis, TimeUnit.MILLISECONDS);
  }

  private void tell() {
    told.countDown();
    try {
      ended.await(patienceSeconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The work is put away. */
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM ends.
    }
  }
}
