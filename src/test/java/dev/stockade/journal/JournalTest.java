package dev.stockade.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JournalTest {
  @TempDir Path folder;

  @Test
  void hasNoThreadAndNoFileBeforeTheFirstEvent() throws Exception {
    Path file = folder.resolve("a.ndjson");
    Journal journal = new Journal(new TestOwner(Samples.settings(file)));
    assertThat(writer()).isNull();
    assertThat(file).doesNotExist();
    journal.offer(Samples.pass("a"));
    Thread writer = writer();
    assertThat(writer.isDaemon()).isTrue();
    assertThat(writer.getContextClassLoader()).isNull();
    assertThat(writer.getThreadGroup().getParent()).isNull();
    journal.close();
    writer.join(5_000);
    assertThat(writer()).isNull();
    assertThat(Samples.read(file)).hasSize(3);
  }

  @Test
  void closingWithoutAnEventLeavesNothing() throws Exception {
    Path file = folder.resolve("b.ndjson");
    Journal journal = new Journal(new TestOwner(Samples.settings(file).summary(true)));
    String stderr = stderrOf(journal::close);
    assertThat(stderr).isEmpty();
    assertThat(file).doesNotExist();
    journal.offer(Samples.pass("a"));
    assertThat(writer()).isNull();
  }

  @Test
  void theNextEnginesJournalGoesOnWithTheCountsAndTellsOneSummary() throws Exception {
    Journal first =
        new Journal(new TestOwner(Samples.settings(folder.resolve("x.ndjson")).summary(true)));
    first.offer(Samples.violation("old.host"));
    first.offer(Samples.pass("both.host"));
    Map<String, Object> left = new LinkedHashMap<>();
    assertThat(stderrOf(() -> left.putAll(first.closeForHeir()))).isEmpty();
    Journal next =
        new Journal(new TestOwner(Samples.settings(folder.resolve("y.ndjson")).summary(true)));

    next.inherit(left);
    assertThat(next.count(EventKind.TLS_HANDSHAKE)).isEqualTo(2);
    next.offer(Samples.pass("both.host"));
    String summary = stderrOf(next::close);

    assertThat(summary).contains("3 handshakes, 1 violation", "old.host").doesNotContain("dropped");
    assertThat(summary.lines().filter(line -> line.contains("both.host")))
        .singleElement()
        .asString()
        .containsPattern("out +2 ");
  }

  @Test
  void aSecondCloseAndWhatComesAfterItDoNothing() throws Exception {
    Path file = folder.resolve("c.ndjson");
    Journal journal = new Journal(new TestOwner(Samples.settings(file).summary(true)));
    journal.offer(Samples.pass("a"));
    assertThat(stderrOf(journal::close)).contains("1 handshake, 0 violations");
    String content = Files.readString(file);
    journal.offer(Samples.pass("b"));
    assertThat(stderrOf(journal::close)).isEmpty();
    assertThat(file).hasContent(content);
    assertThat(journal.written()).isEqualTo(3);
    assertThat(journal.dropped()).isZero();
    assertThat(journal.errors()).isZero();
  }

  @Test
  void theWriterInheritsNoThreadLocals() throws Exception {
    InheritableThreadLocal<String> local = new InheritableThreadLocal<>();
    local.set("the application's");
    String[] seen = {"nothing yet"};
    Journal journal =
        new Journal(
            new TestOwner(Samples.settings(null)).log((level, line) -> seen[0] = local.get()));
    journal.offer(Samples.violation("a"));
    journal.close();
    local.remove();
    assertThat(seen[0]).isNull();
  }

  @Test
  void eightThreadsLoseNothingUncountedAndTearNoLine() throws Exception {
    Path file = folder.resolve("d.ndjson");
    Journal journal = new Journal(new TestOwner(Samples.settings(file).rotation(0, 4)));
    int each = 5_000;
    Thread[] threads = new Thread[8];
    for (int t = 0; t < threads.length; t++) {
      String host = "host-" + t + "-";
      threads[t] =
          new Thread(
              () -> {
                for (int i = 0; i < each; i++) {
                  journal.offer(
                      i % 2 == 0 ? Samples.violation(host + i) : Samples.pass(host + i % 7));
                }
              });
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    journal.close();
    long told = 0;
    long lost = 0;
    int seq = 0;
    for (JsonObject record : Samples.read(file)) {
      assertThat(record.get("seq").getAsInt()).isEqualTo(++seq);
      long count = record.has("count") ? record.get("count").getAsLong() : 1;
      String kind = record.get("kind").getAsString();
      told += kind.equals("tls.handshake") ? count : 0;
      lost += kind.equals("dropped") ? count : 0;
    }
    assertThat(told + lost).isEqualTo(8L * each);
    assertThat(lost).isEqualTo(journal.dropped());
    assertThat(journal.written()).isEqualTo(seq);
  }

  @Test
  void aFullRingDropsCountsAndTells() throws Exception {
    Path file = folder.resolve("e.ndjson");
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(1);
    Journal journal =
        new Journal(
            new TestOwner(Samples.settings(file))
                .log(
                    (level, line) -> {
                      reached.countDown();
                      await(open);
                    }));
    journal.offer(Samples.violation("slow"));
    await(reached);
    for (int i = 0; i < EventQueue.CAPACITY + 10; i++) {
      journal.offer(Samples.pass("a"));
    }
    assertThat(journal.dropped()).isEqualTo(10);
    open.countDown();
    journal.close();
    List<JsonObject> dropped = Samples.read(file, EventKind.DROPPED);
    assertThat(dropped).hasSize(1);
    assertThat(dropped.get(0).get("count").getAsInt()).isEqualTo(10);
    assertThat(dropped.get(0).get("reason").getAsString()).isEqualTo("the ring was full");
  }

  @Test
  void anInterruptedWriterGoesOn() throws Exception {
    Path file = folder.resolve("f.ndjson");
    Journal journal = new Journal(new TestOwner(Samples.settings(file)));
    for (int i = 0; i < 100; i++) {
      journal.offer(Samples.violation("a"));
      writer().interrupt();
    }
    journal.close();
    assertThat(Samples.read(file, EventKind.TLS_HANDSHAKE)).hasSize(100);
  }

  @Test
  void anInterruptedCloserStillWaitsAndStaysInterrupted() throws Exception {
    Path file = folder.resolve("g.ndjson");
    Journal journal = new Journal(new TestOwner(Samples.settings(file)));
    journal.offer(Samples.violation("a"));
    Thread.currentThread().interrupt();
    journal.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(Samples.read(file)).hasSize(3);
  }

  @Test
  void theJournalStderrIsTheStreamOfTheMoment() throws Exception {
    Journal journal =
        new Journal(new TestOwner(new JournalSettings("audit").target("stderr").summary(false)));
    String stderr =
        stderrOf(
            () -> {
              journal.offer(Samples.violation("a"));
              journal.close();
            });
    assertThat(stderr.lines()).hasSize(3).allMatch(line -> line.startsWith("{\"time\""));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Thread writer() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("stockade-writer"))
        .findAny()
        .orElse(null);
  }

  private static String stderrOf(Runnable task) {
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      task.run();
    } finally {
      System.setErr(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
