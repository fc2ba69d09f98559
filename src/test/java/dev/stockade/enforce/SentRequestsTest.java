package dev.stockade.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.Decision;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Finding;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What was written is found by its key for some minutes, and what is forgotten is known to be. */
class SentRequestsTest {
  private static final Decision DECISION = Decision.of(Action.ALLOWED, Finding.PASS);
  private static final AwsFacts FACTS = new AwsFacts.Builder().build();
  private static final JudgedRequest REQUEST = new JudgedRequest(FACTS, DECISION);

  private final SentRequests sent = new SentRequests();
  private final long now = System.nanoTime();

  @Test
  void oneIsFoundForSomeMinutes() {
    sent.add(7, REQUEST, now);

    assertThat(sent.find(7, now).facts).isSameAs(FACTS);
    assertThat(sent.find(8, now)).isNull();
    assertThat(sent.find(7, now + TimeUnit.MINUTES.toNanos(4))).isNotNull();
    assertThat(sent.find(7, now + TimeUnit.MINUTES.toNanos(6))).isNull();
  }

  @Test
  void theLastOfThoseWithOneKeyIsFound() {
    AwsFacts later = new AwsFacts.Builder().build();
    sent.add(7, REQUEST, now);
    sent.add(7, new JudgedRequest(later, DECISION), now + 1);

    assertThat(sent.find(7, now).facts).isSameAs(later);
  }

  @Test
  void onlyTheFirstAnswerCounts() {
    sent.add(7, REQUEST, now);

    assertThat(sent.find(7, now).answer()).isTrue();
    assertThat(sent.find(7, now).answer()).isFalse();
  }

  /** Threads that write and answer at once get each the answer to their own, or none. */
  @Test
  void noRequestIsTakenForAnother() throws Exception {
    Thread[] threads = new Thread[8];
    AtomicLong found = new AtomicLong();
    AtomicReference<String> wrong = new AtomicReference<>();
    for (int t = 0; t < threads.length; t++) {
      JudgedRequest mine =
          new JudgedRequest(new AwsFacts.Builder().operation("o" + t).build(), DECISION);
      long first = t * 1_000_000L;
      threads[t] =
          new Thread(
              () -> {
                for (long key = first; key < first + 200_000; key++) {
                  // All in the same row.
                  sent.add(key, mine, System.nanoTime());
                  SentRequest request = sent.find(key, System.nanoTime());
                  if (request != null) {
                    found.incrementAndGet();
                    if (!request.facts.equals(mine.facts)) {
                      wrong.set(request.facts.operation());
                    }
                  }
                }
              });
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(wrong.get()).isNull();
    assertThat(found.get()).isGreaterThan(100_000);
  }

  @Test
  void whatIsForgottenUnansweredIsNotCalledUnwritten() {
    assertThat(sent.remembers(7, now, now)).isTrue();
    for (int i = 0; i <= 16; i++) {
      sent.add(100 + i, REQUEST, now + i);
    }

    // The first of 17 in a row of 16.
    assertThat(sent.find(100, now)).isNull();
    assertThat(sent.find(101, now)).isNotNull();
    assertThat(sent.remembers(7, now, now)).isFalse();
    assertThat(sent.remembers(7, now + 1, now)).isTrue();
  }

  @Test
  void whatIsAnsweredMayBeForgotten() {
    for (int i = 0; i < 100; i++) {
      sent.add(100 + i, REQUEST, now + i);
      sent.find(100 + i, now).answer();
    }

    assertThat(sent.remembers(7, now, now)).isTrue();
  }

  @Test
  void aSignatureIsFoundInWhateverFormTheHeaderHas() {
    String signature = "ab12".repeat(16);
    String header = "AWS4-HMAC-SHA256 Credential=A/b, SignedHeaders=host, Signature=" + signature;
    long key = RequestKeys.ofSignature(header);

    assertThat(key).isNotZero();
    assertThat(RequestKeys.ofSignature("AWS4-HMAC-SHA256 Signature=" + signature + ",Credential=A"))
        .isEqualTo(key);
    assertThat(RequestKeys.ofSignature(header + "0")).isNotEqualTo(key);
    assertThat(RequestKeys.ofSignature("Bearer Signature=" + signature)).isZero();
    assertThat(RequestKeys.ofSignature("AWS4-HMAC-SHA256 Credential=A/b")).isZero();
    assertThat(RequestKeys.ofSignature(null)).isZero();
  }

  @Test
  void anAttemptIsToldFromTheNext() {
    long first = RequestKeys.ofAttempt("f00d", "attempt=1; max=4");

    assertThat(first).isNotZero().isEqualTo(RequestKeys.ofAttempt("f00d", "attempt=1; max=4"));
    assertThat(RequestKeys.ofAttempt("f00d", "attempt=2; max=4")).isNotEqualTo(first);
    assertThat(RequestKeys.ofAttempt("f00e", "attempt=1; max=4")).isNotEqualTo(first);
    assertThat(RequestKeys.ofAttempt(null, "attempt=1; max=4")).isZero();
    assertThat(RequestKeys.ofAttempt("f00d", null)).isZero();
  }
}
