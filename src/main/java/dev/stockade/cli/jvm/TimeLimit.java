package dev.stockade.cli.jvm;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits so long and no longer: the attach API reads from a socket without a limit. */
final class TimeLimit {
  private TimeLimit() {}

  /**
   * @return what the task returned
   * @throws TimeoutException when it had not returned by then; its daemon thread is left behind
   * @throws Exception what the task threw
   */
  static <T> T within(int seconds, Callable<T> task) throws Exception {
    FutureTask<T> future = new FutureTask<>(task);
    Thread thread = new Thread(future, "stockade-attach");
    thread.setDaemon(true);
    thread.start();
    try {
      return future.get(seconds, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error) {
        throw (Error) e.getCause();
      }
      throw (Exception) e.getCause();
    }
  }
}
