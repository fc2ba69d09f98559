package dev.stockade.http;

import dev.stockade.aws.Transport;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;

/**
 * Which of the AWS Common Runtime's connections are encrypted. A connection does not know; the
 * manager that it was asked of does, and the two meet only in the future that is completed with it.
 */
final class CrtConnections {
  private final Map<Object, Transport> asked =
      Collections.synchronizedMap(new WeakHashMap<Object, Transport>());

  private final Map<Object, Transport> connections =
      Collections.synchronizedMap(new WeakHashMap<Object, Transport>());

  /** A manager hands out a future. */
  void asked(CompletableFuture<?> future, Transport transport) {
    asked.put(future, transport);
    if (future.isDone()) {
      acquired(future);
    }
  }

  /**
   * A future is about to be completed. Dependents run in the reverse order of their making, so this
   * late one runs before the application's, which sends the request.
   */
  @SuppressWarnings({
    "CollectionUndefinedEquality", // the same future, not an equal one
    "FutureReturnValueIgnored" // fails as the first does, which is the application's to see
  })
  void acquired(CompletableFuture<?> future) {
    Transport transport = asked.remove(future);
    if (transport != null) {
      future.thenAccept(connection -> connections.put(connection, transport));
    }
  }

  Transport of(Object connection) {
    Transport transport = connections.get(connection);
    return transport == null ? ofLateAsked(connection) : transport;
  }

  /**
   * A native thread may be about to complete a future before we were told that it was asked for, so
   * that nothing of ours runs ahead of the application's dependents; by now the future is done.
   */
  private Transport ofLateAsked(Object connection) {
    synchronized (asked) {
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
    }
    return Transport.UNKNOWN;
  }
}
