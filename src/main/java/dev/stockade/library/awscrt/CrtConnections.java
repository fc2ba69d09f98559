package dev.stockade.library.awscrt;

import dev.stockade.aws.request.Transport;
import java.util.Iterator;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;

/**
 * Finds out which of the AWS Common Runtime's connections are encrypted. A connection does not
 * know; the manager that it was asked of does, and the two meet only in the future that is
 * completed with it.
 */
final class CrtConnections {
  private final Map<Object, Transport> asked = new WeakHashMap<>();
  private final Map<Object, Transport> connections = new WeakHashMap<>();

  /** A manager hands out a future. */
  void asked(CompletableFuture<?> future, Transport transport) {
    synchronized (this) {
      asked.put(future, transport);
    }
    if (future.isDone()) {
      acquired(future);
    }
  }

  /**
   * A future is about to be completed. It stays asked for until its connection is known: a thread
   * that waits for it may send a request before any dependent has run.
   */
  @SuppressWarnings({
    "CollectionUndefinedEquality", // the same future, not an equal one
    "FutureReturnValueIgnored" // fails as the first does, which is the application's to see
  })
  void acquired(CompletableFuture<?> future) {
    boolean ours;
    synchronized (this) {
      ours = asked.containsKey(future);
    }
    if (ours) {
      future.whenComplete((connection, failure) -> known(future, connection));
    }
  }

  private synchronized void known(Object future, Object connection) {
    Transport transport = asked.remove(future);
    if (transport != null && connection != null) {
      connections.put(connection, transport);
    }
  }

  synchronized Transport of(Object connection) {
    Transport transport = connections.get(connection);
    return transport == null ? ofAsked(connection) : transport;
  }

  /** The future is done by now, but nothing of ours has run yet. */
  private Transport ofAsked(Object connection) {
    Iterator<Map.Entry<Object, Transport>> entries = asked.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<Object, Transport> entry = entries.next();
      CompletableFuture<?> future = (CompletableFuture<?>) entry.getKey();
      if (future != null
          && future.isDone()
          && !future.isCompletedExceptionally()
          && future.getNow(null) == connection) {
        Transport transport = entry.getValue();
        entries.remove();
        connections.put(connection, transport);
        return transport;
      }
    }
    return Transport.UNKNOWN;
  }
}
