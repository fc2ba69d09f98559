package dev.stockade.journal;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The bounded way from the application's threads to the writer. An event that finds it full is
 * counted and forgotten: the application never waits, neither for room nor for a lock.
 *
 * <p>It is bounded in characters, too. What an ordinary event holds is covered by the number of
 * events, so only those with more cost a look at a second counter.
 */
final class EventQueue {
  static final int CAPACITY = 8192;

  /** Characters of an event that are not counted. */
  static final int ORDINARY = 512;

  /** Characters beyond that, of all events that wait. */
  static final int MAX_CHARACTERS = 1 << 20;

  private final ConcurrentLinkedQueue<Event> queue = new ConcurrentLinkedQueue<Event>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final JournalCounters counters;
  private final AtomicInteger size = new AtomicInteger();
  private final AtomicInteger surplus = new AtomicInteger();

  /** The writer where it waits for an event, or null. Who takes it away wakes it. */
  private volatile Thread waiting;

  private volatile boolean woken;

  EventQueue(JournalCounters counters) {
    this.counters = counters;
  }

  /** False when it is full. */
  boolean offer(Event event) {
    int more = surplus(event);
    if (more > 0 && surplus.addAndGet(more) > MAX_CHARACTERS) {
      surplus.addAndGet(-more);
      return lost();
    }
    if (size.incrementAndGet() > CAPACITY) {
      size.decrementAndGet();
      if (more > 0) {
        surplus.addAndGet(-more);
      }
      return lost();
    }
    queue.offer(event);
    wakeWriter();
    return true;
  }

  private boolean lost() {
    counters.ringFull().incrementAndGet();
    return false;
  }

  private static int surplus(Event event) {
    return Math.max(0, event.characters() - ORDINARY);
  }

  boolean isClosed() {
    return closing.getCount() == 0;
  }

  /** A waiting writer wakes up; one with events to write needs no waking. */
  void wake() {
    woken = true;
    wakeWriter();
  }

  /** Nothing goes in any more; a waiting writer wakes up. */
  void close() {
    closing.countDown();
    wake();
  }

  private void wakeWriter() {
    Thread writer = waiting;
    if (writer != null) {
      waiting = null;
      LockSupport.unpark(writer);
    }
  }

  /**
   * The next event, or null when none came in time, when woken up or interrupted. For one thread.
   */
  Event poll(long millis) {
    Event event = queue.poll();
    if (event == null && millis > 0) {
      event = await(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
    }
    woken = false;
    if (event != null) {
      taken(event);
    }
    return event;
  }

  private Event await(long end) {
    Event event = null;
    long left = end - System.nanoTime();
    while (event == null && !woken && left > 0 && !Thread.interrupted()) {
      waiting = Thread.currentThread();
      // Again: who offered before that saw nobody wait.
      event = queue.poll();
      if (event == null && !woken) {
        LockSupport.parkNanos(this, left);
        event = queue.poll();
      }
      waiting = null;
      left = end - System.nanoTime();
    }
    return event;
  }

  private void taken(Event event) {
    size.decrementAndGet();
    int more = surplus(event);
    if (more > 0) {
      surplus.addAndGet(-more);
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
    return size.get();
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }
}
