package dev.stockade.journal;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The bounded way from the application's threads to the writer. An event that finds it full is
 * counted and forgotten: the application never waits.
 *
 * <p>It is bounded in characters, too. What an ordinary event holds is covered by the number of
 * events, so only those with more cost a look at a common counter.
 */
final class EventQueue {
  static final int CAPACITY = 8192;

  /** Characters of an event that are not counted. */
  static final int ORDINARY = 512;

  /** Characters beyond that, of all events that wait. */
  static final int MAX_CHARACTERS = 1 << 20;

  private static final Event WAKE_UP = Event.ofOwn(EventKind.LIFECYCLE, 0, null);

  private final ArrayBlockingQueue<Event> queue = new ArrayBlockingQueue<Event>(CAPACITY);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final JournalCounters counters;
  private final AtomicInteger surplus = new AtomicInteger();

  EventQueue(JournalCounters counters) {
    this.counters = counters;
  }

  /** False when it is full. */
  boolean offer(Event event) {
    int more = surplus(event);
    if ((more > 0 && surplus.addAndGet(more) > MAX_CHARACTERS) || !queue.offer(event)) {
      surplus.addAndGet(-more);
      counters.ringFull().incrementAndGet();
      return false;
    }
    return true;
  }

  private static int surplus(Event event) {
    return Math.max(0, event.characters() - ORDINARY);
  }

  boolean isClosed() {
    return closing.getCount() == 0;
  }

  /** A waiting writer wakes up; one with events to write needs no waking. */
  void wake() {
    queue.offer(WAKE_UP);
  }

  /** Nothing goes in any more; a waiting writer wakes up. A full queue keeps no writer waiting. */
  void close() {
    closing.countDown();
    queue.offer(WAKE_UP);
  }

  /** The next event, or null when none came in time, when woken up or interrupted. */
  Event poll(long millis) {
    try {
      Event event = queue.poll(millis, TimeUnit.MILLISECONDS);
      if (event == null || event == WAKE_UP) {
        return null;
      }
      int more = surplus(event);
      if (more > 0) {
        surplus.addAndGet(-more);
      }
      return event;
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

  int size() {
    return queue.size();
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }
}
