package dev.stockade.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.Decision;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.FindingSamples;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EventQueueTest {
  @Test
  void aFullRingIsBoundedInCharactersToo() {
    JournalCounters counters = new JournalCounters();
    EventQueue queue = new EventQueue(counters);
    Event event = ofTexts("a".repeat(15_000));
    int fit = EventQueue.MAX_CHARACTERS / (event.characters() - EventQueue.ORDINARY);

    for (int i = 0; i < fit + 3; i++) {
      queue.offer(event);
    }
    assertThat(fit).isLessThan(1_000);
    assertThat(counters.dropped()).isEqualTo(3);
    assertThat(queue.poll(0)).isSameAs(event);
    queue.offer(event);
    queue.offer(event);
    assertThat(counters.dropped()).isEqualTo(4);
    queue.offer(Samples.violation("a"));
    assertThat(counters.dropped()).isEqualTo(4);
  }

  @Test
  void manyThreadsFillItToItsLastPlaceAndNoneIsLost() throws Exception {
    JournalCounters counters = new JournalCounters();
    EventQueue queue = new EventQueue(counters);
    Event event = Samples.violation("a");
    Thread[] threads = new Thread[4];
    int each = EventQueue.CAPACITY;
    for (int t = 0; t < threads.length; t++) {
      threads[t] =
          new Thread(
              () -> {
                for (int i = 0; i < each; i++) {
                  queue.offer(event);
                }
              });
      threads[t].start();
    }
    long taken = 0;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        taken += queue.poll(1) == null ? 0 : 1;
      }
    }
    while (queue.poll(0) != null) {
      taken++;
    }
    assertThat(taken + counters.dropped()).isEqualTo(4L * each);
    assertThat(queue.size()).isZero();
    assertThat(queue.isEmpty()).isTrue();

    for (int i = 0; i < EventQueue.CAPACITY; i++) {
      assertThat(queue.offer(event)).isTrue();
    }
    assertThat(queue.offer(event)).isFalse();
    assertThat(queue.size()).isEqualTo(EventQueue.CAPACITY);
  }

  @Test
  @Timeout(60)
  void aWaitingWriterIsWokenByAnEventByAWishAndByTheEnd() throws Exception {
    EventQueue queue = new EventQueue(new JournalCounters());
    Event event = Samples.violation("a");
    assertThat(later(() -> queue.offer(event), () -> queue.poll(60_000))).isSameAs(event);
    assertThat(later(queue::wake, () -> queue.poll(60_000))).isNull();
    assertThat(later(queue::close, () -> queue.poll(60_000))).isNull();
    assertThat(queue.isClosed()).isTrue();
    Thread.currentThread().interrupt();
    assertThat(queue.poll(60_000)).isNull();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(queue.poll(1)).isNull();
  }

  private static Event later(Runnable waking, Supplier<Event> waiting) throws Exception {
    Thread reader = Thread.currentThread();
    Thread waker =
        new Thread(
            () -> {
              while (reader.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
              }
              waking.run();
            });
    waker.start();
    Event event = waiting.get();
    waker.join();
    return event;
  }

  private static Event ofTexts(String text) {
    Decision weak =
        Decision.of(
            Action.WOULD_BLOCK,
            FindingSamples.finding(Verdict.VIOLATION, text, Rule.TLS_MIN_VERSION));
    return Event.ofTls(
        EventKind.TLS_HANDSHAKE,
        Samples.TIME,
        null,
        weak,
        Samples.out(text).via(text, text, 1).build(),
        null);
  }
}
