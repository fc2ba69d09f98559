package dev.stockade.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is counted by the threads that do it comes out as if each had been an event. */
@Timeout(60)
class CountedEventsTest {
  private final TakenEvents taken = new TakenEvents();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicLong counted = new AtomicLong();
  @TempDir Path folder;
  private volatile boolean stopped;

  @AfterEach
  void stop() throws InterruptedException {
    stopped = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Test
  void oneCrossesTheQueueAndTheEndCountsAll() throws Exception {
    Path file = folder.resolve("a.ndjson");
    Journal journal = journal(file);
    Repeats repeats = journal.offerCounted(Samples.request("s3"));
    for (int i = 1; i <= 10_000; i++) {
      assertThat(journal.again(repeats, Samples.TIME + i)).isTrue();
    }
    journal.close();

    assertThat(taken.count()).isEqualTo(1);
    assertThat(journal.count(EventKind.AWS_REQUEST)).isEqualTo(10_001);
    assertThat(journal.dropped()).isZero();
    List<JsonObject> requests = Samples.read(file, EventKind.AWS_REQUEST);
    assertThat(requests).hasSize(2);
    assertThat(requests.get(1).get("count").getAsInt()).isEqualTo(10_000);
    assertThat(requests.get(1).get("first").getAsString()).isEqualTo("2026-11-23T18:45:00.124Z");
    assertThat(requests.get(1).get("last").getAsString()).isEqualTo("2026-11-23T18:45:10.123Z");
    assertThat(journal.again(repeats, 0)).isFalse();
    assertThat(journal.offerCounted(Samples.request("s3"))).isNull();
  }

  @Test
  void aCloseInTheMiddleLosesNone() throws Exception {
    Journal journal = journal(folder.resolve("b.ndjson"));
    countOnEightThreads(journal);
    journal.close();
    stop();

    assertThat(journal.count(EventKind.AWS_REQUEST)).isEqualTo(1 + counted.get());
    assertThat(journal.dropped()).isZero();
  }

  @Test
  void noneIsLostToTheNextEngine() throws Exception {
    Journal first = journal(folder.resolve("c.ndjson"));
    countOnEightThreads(first);
    Map<String, Object> left = first.closeForHeir();
    stop();
    Journal next = journal(folder.resolve("d.ndjson"));
    next.inherit(left);

    assertThat(next.count(EventKind.AWS_REQUEST)).isEqualTo(1 + counted.get());
    next.close();
  }

  @Test
  void theCountsAreSeenWithinAMoment() throws Exception {
    Journal journal = journal(null);
    Repeats repeats = journal.offerCounted(Samples.request("s3"));
    journal.again(repeats, Samples.TIME);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (journal.count(EventKind.AWS_REQUEST) < 2 && System.nanoTime() - end < 0) {
      Thread.sleep(10);
    }
    assertThat(journal.count(EventKind.AWS_REQUEST)).isEqualTo(2);
    journal.again(repeats, Samples.TIME);
    assertThat(journal.summary()).contains("3 AWS requests");
    journal.close();
  }

  @Test
  void whatIsQuietIsCountedNoMore() throws Exception {
    Journal journal = journal(null);
    Repeats repeats = journal.offerCounted(Samples.request("s3"));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    long all = 1;
    Thread.sleep(1_500);
    while (journal.again(repeats, Samples.TIME) && System.nanoTime() - end < 0) {
      all++;
      Thread.sleep(1_500);
    }
    journal.close();
    assertThat(all).isLessThan(5);
    assertThat(journal.count(EventKind.AWS_REQUEST)).isEqualTo(all);
  }

  @Test
  void whereTheQueueIsFullOneIsDroppedAndWhatIsCountedIsNot() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(1);
    Journal journal =
        new Journal(
            new TestOwner(Samples.settings(null))
                .log(
                    (level, line) -> {
                      reached.countDown();
                      await(open);
                    }));
    Repeats repeats = journal.offerCounted(Samples.request("s3"));
    journal.offer(Samples.violation("slow"));
    await(reached);
    for (int i = 0; i < EventQueue.CAPACITY; i++) {
      journal.offer(Samples.pass("a"));
    }
    assertThat(journal.offerCounted(Samples.request("sqs"))).isNull();
    assertThat(journal.dropped()).isEqualTo(1);
    for (int i = 0; i < 20_000; i++) {
      assertThat(journal.again(repeats, Samples.TIME)).isTrue();
    }
    open.countDown();
    journal.close();

    assertThat(journal.dropped()).isEqualTo(1);
    assertThat(journal.count(EventKind.AWS_REQUEST)).isEqualTo(20_001);
  }

  @Test
  void onlySoManyAreCountedAtATimeTheOthersAreQueued() {
    Journal journal = journal(null);
    int counting = 0;
    for (int i = 0; i < OpenRepeats.LIMIT + 100; i++) {
      counting += journal.offerCounted(Samples.request("s" + i)) == null ? 0 : 1;
    }
    journal.close();

    assertThat(counting).isEqualTo(OpenRepeats.LIMIT);
    assertThat(journal.count(EventKind.AWS_REQUEST)).isEqualTo(OpenRepeats.LIMIT + 100);
  }

  /** Else what comes would be neither in a count nor among what was dropped. */
  @Test
  void withoutAWriterNothingIsCounted() throws Exception {
    Journal journal =
        new Journal(
            new TestOwner(Samples.settings(null)) {
              @Override
              public List<EventSink> sinks(SinkContext context) {
                throw new IllegalStateException("no writer");
              }
            });
    Repeats repeats = journal.offerCounted(Samples.request("s3"));
    while (journal.errors() == 0 || journal.offerCounted(Samples.request("sqs")) != null) {
      Thread.sleep(10);
    }

    assertThat(repeats == null || !journal.again(repeats, Samples.TIME)).isTrue();
    for (int i = 0; i < EventQueue.CAPACITY + 10; i++) {
      journal.offerCounted(Samples.request("s3"));
    }
    assertThat(journal.dropped()).isPositive();
  }

  private Journal journal(Path file) {
    return new Journal(new TestOwner(Samples.settings(file)).and(taken));
  }

  private void countOnEightThreads(Journal journal) throws InterruptedException {
    Repeats repeats = journal.offerCounted(Samples.request("s3"));
    CountDownLatch going = new CountDownLatch(8);
    for (int t = 0; t < 8; t++) {
      Thread thread =
          new Thread(
              () -> {
                going.countDown();
                while (!stopped && journal.again(repeats, System.currentTimeMillis())) {
                  counted.incrementAndGet();
                }
              });
      threads.add(thread);
      thread.start();
    }
    await(going);
    Thread.sleep(300);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
