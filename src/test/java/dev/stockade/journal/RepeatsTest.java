package dev.stockade.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RepeatsTest {
  private static final long SECOND = 1_000_000_000L;

  private final Repeats repeats = new Repeats(Samples.request("s3"));

  @RepeatedTest(20)
  void whatEightThreadsWereToldIsCountedIsCollectedOnce() throws InterruptedException {
    AtomicLong counted = new AtomicLong();
    CountDownLatch going = new CountDownLatch(8);
    Thread[] threads = new Thread[8];
    for (int t = 0; t < threads.length; t++) {
      threads[t] =
          new Thread(
              () -> {
                going.countDown();
                while (repeats.count(Samples.TIME)) {
                  counted.incrementAndGet();
                }
              });
      threads[t].start();
    }
    going.await();
    long collected = 0;
    for (int i = 0; i < 100; i++) {
      collected += repeats.collect(i);
    }
    collected += repeats.seal();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(collected).isEqualTo(counted.get());
    assertThat(repeats.count(Samples.TIME)).isFalse();
  }

  @Test
  void knowsWhenTheFirstAndTheLastCameThatAreNotCollected() {
    repeats.count(10);
    repeats.count(20);
    assertThat(repeats.collect(0)).isEqualTo(2);
    assertThat(repeats.first()).isEqualTo(10);
    assertThat(repeats.last()).isEqualTo(20);
    repeats.count(30);
    assertThat(repeats.seal()).isEqualTo(1);
    assertThat(repeats.first()).isEqualTo(30);
    assertThat(repeats.seen()).isEqualTo(30);
  }

  @Test
  void aClockThatIsPutBackTurnsNoTimesRound() {
    repeats.count(5_000);
    repeats.count(1_000);
    repeats.collect(0);
    assertThat(repeats.first()).isEqualTo(1_000);
    assertThat(repeats.last()).isEqualTo(5_000);
  }

  @Test
  void isQuietAfterASecondWithoutOne() {
    repeats.collect(-SECOND);
    assertThat(repeats.isQuiet(-1)).isFalse();
    repeats.count(1);
    repeats.collect(-1);
    assertThat(repeats.isQuiet(0)).isFalse();
    repeats.collect(SECOND);
    assertThat(repeats.isQuiet(SECOND)).isTrue();
  }
}
