package dev.stockade.journal;

import java.util.concurrent.atomic.AtomicLong;

/** A sink that knows how many events crossed the queue, and nothing of what was only counted. */
public final class TakenEvents implements EventSink {
  private final AtomicLong taken = new AtomicLong();

  public long count() {
    return taken.get();
  }

  @Override
  public void take(Event event) {
    taken.incrementAndGet();
  }

  @Override
  public void again(Event event, long count, long first, long last) {}

  @Override
  public void close() {}
}
