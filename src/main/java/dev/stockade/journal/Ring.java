package dev.stockade.journal;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The bounded way from the application's threads to the writer. An event that finds it full is
 * counted and forgotten: the application never waits.
 */
final class Ring {
  static final int CAPACITY = 8192;

  private static final Event WAKE_UP = Event.ofOwn(Kind.LIFECYCLE, 0, null);

  private final ArrayBlockingQueue<Event> queue = new ArrayBlockingQueue<Event>(CAPACITY);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Tally tally;
  private volatile boolean woken;

  Ring(Tally tally) {
    this.tally = tally;
  }

  void offer(Event event) {
    if (!queue.offer(event)) {
      tally.ringFull.incrementAndGet();
    }
  }

  boolean isClosed() {
    return closing.getCount() == 0;
  }

  /** A waiting writer wakes up; one with events to write needs no waking. */
  void wake() {
    woken = true;
    queue.offer(WAKE_UP);
  }

  /** Whether somebody has called {@link #wake} since this was asked last. */
  boolean wasWoken() {
    boolean was = woken;
    woken = false;
    return was;
  }

  /** Nothing goes in any more; a waiting writer wakes up. A full ring keeps no writer waiting. */
  void close() {
    closing.countDown();
    queue.offer(WAKE_UP);
  }

  /** The next event, or null when none came in time, when woken up or interrupted. */
  Event poll(long millis) {
    try {
      Event event = queue.poll(millis, TimeUnit.MILLISECONDS);
      return event == WAKE_UP ? null : event;
    } catch (InterruptedException e) {
      return null;
    }
  }

  /** Waits for more to come, so long as nobody closes it. */
  void gather(long millis) {
    try {
      closing.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      // The next event is then taken a little earlier.
    }
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }
}
