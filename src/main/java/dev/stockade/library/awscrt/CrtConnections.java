package dev.stockade.library.awscrt;

import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.WeakTable;
import java.util.concurrent.CompletableFuture;

/**
 * Finds out which of the AWS Common Runtime's connections are encrypted. A connection does not
 * know; the manager that it was asked of does, and the two meet only in the future that is
 * completed with it.
 */
final class CrtConnections {
  private final WeakTable<Transport> asked = new WeakTable<>();
  private final WeakTable<Transport> connections = new WeakTable<>();

  /** A manager hands out a future. */
  void asked(CompletableFuture<?> future, Transport transport) {
    asked.put(future, transport);
    if (future.isDone()) {
      acquired(future);
    }
  }

  /**
   * A future is about to be completed. It stays asked for until its connection is known: a thread
   * that waits for it may send a request before any dependent has run.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // fails as the first does: the application's to see
  void acquired(CompletableFuture<?> future) {
    if (asked.get(future) != null) {
      future.whenComplete((connection, failure) -> known(future, connection));
    }
  }

  /** In this order: there is no moment at which neither table has it. */
  private void known(Object future, Object connection) {
    Transport transport = asked.get(future);
    if (transport != null && connection != null) {
      connections.put(connection, transport);
    }
    asked.remove(future);
  }

  Transport of(Object connection) {
    Transport transport = connections.get(connection);
    if (transport == null) {
      transport = ofAsked(connection);
    }
    if (transport == null) {
      // Another thread may just have moved it.
      transport = connections.get(connection);
    }
    return transport == null ? Transport.UNKNOWN : transport;
  }

  /** The future is done by now, but nothing of ours has run yet. */
  private Transport ofAsked(Object connection) {
    Object future = asked.key(one -> isOf(one, connection));
    if (future == null) {
      return null;
    }
    known(future, connection);
    return connections.get(connection);
  }

  private static boolean isOf(Object asked, Object connection) {
    CompletableFuture<?> future = (CompletableFuture<?>) asked;
    return future != null
        && future.isDone()
        && !future.isCompletedExceptionally()
        && future.getNow(null) == connection;
  }
}
