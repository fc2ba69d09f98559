package dev.stockade.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.Decision;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.FindingSamples;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import org.junit.jupiter.api.Test;

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
