package dev.stockade.aws.request;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * A few objects kept to be used again, instead of one for each thread: of virtual threads there may
 * be a million, and what a thread keeps outlives the engine that made it. Thread-safe.
 */
public final class ObjectPool<T> {
  /** A power of two. */
  private static final int MAX = 64;

  /** References in a cache line: no two places share one, for which their threads would wait. */
  private static final int APART_BITS = 4;

  private final AtomicReferenceArray<T> places = new AtomicReferenceArray<>(MAX << APART_BITS);
  private final Supplier<T> maker;

  public ObjectPool(Supplier<T> maker) {
    this.maker = maker;
  }

  /** One that nobody else has until it is given back; it may also never be. */
  public T take() {
    T spare = places.getAndSet(place(), null);
    return spare != null ? spare : maker.get();
  }

  /** Takes back what the caller has forgotten all about. */
  public void give(T spare) {
    places.lazySet(place(), spare);
  }

  /** Threads mostly find their own again. */
  @SuppressWarnings("deprecation") // threadId() is not in JDK 8
  private static int place() {
    return ((int) Thread.currentThread().getId() & (MAX - 1)) << APART_BITS;
  }
}
