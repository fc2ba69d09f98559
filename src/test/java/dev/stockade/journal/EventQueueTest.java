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
    JournalCounters tally = new JournalCounters();
    EventQueue ring = new EventQueue(tally);
    Event event = ofTexts("a".repeat(15_000));
    int fit = EventQueue.MAX_CHARACTERS / (event.characters() - EventQueue.ORDINARY);

    for (int i = 0; i < fit + 3; i++) {
      ring.offer(event);
    }
    assertThat(fit).isLessThan(1_000);
    assertThat(tally.dropped()).isEqualTo(3);
    assertThat(ring.poll(0)).isSameAs(event);
    ring.offer(event);
    ring.offer(event);
    assertThat(tally.dropped()).isEqualTo(4);
    ring.offer(Samples.violation("a"));
    assertThat(tally.dropped()).isEqualTo(4);
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
