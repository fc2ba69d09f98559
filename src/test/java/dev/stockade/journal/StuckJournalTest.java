package dev.stockade.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An output that takes nothing holds the writer thread, and nothing else. */
class StuckJournalTest {
  private final Queue<String> told = new ConcurrentLinkedQueue<>();

  @TempDir Path folder;

  /** Whoever still hangs in a pipe is let go, as other tests count threads. */
  @AfterEach
  void release() throws Exception {
    Path pipe = folder.resolve("journal.ndjson");
    for (int i = 0; i < 500 && hasWriter(); i++) {
      if (Files.exists(pipe)) {
        new ProcessBuilder("timeout", "0.1", "cat", pipe.toString()).start().waitFor();
      }
      Thread.sleep(10);
    }
    assertThat(hasWriter()).isFalse();
  }

  private static boolean hasWriter() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("stockade-writer"));
  }

  @Test
  void aPipeWithoutReaderIsToldOnceAndHoldsUpNeitherTheTaskNorTheEnd() throws Exception {
    Path pipe = pipe();
    Journal journal = journal(pipe);
    CountDownLatch runs = new CountDownLatch(10);
    journal.employ(counting(runs));
    for (int i = 0; i < 5; i++) {
      journal.offer(Samples.violation("db" + i));
    }
    await(journal);
    journal.offer(Samples.violation("db"));
    journal.offer(Samples.violation("db"));

    StuckOutput stuck = journal.stuck();
    assertThat(stuck.target()).isEqualTo(pipe.toString());
    assertThat(stuck.waiting()).isGreaterThanOrEqualTo(6);
    assertThat(stuck.sentence()).contains(pipe + " is stuck").contains(" events wait, 0 are lost");
    assertThat(runs.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(journal.summary()).isNull();
    awaitTold(" is stuck: it has taken nothing since ");

    long begin = System.nanoTime();
    journal.close();
    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)).isLessThan(3_000);
    assertThat(told).filteredOn(line -> line.contains(" is stuck")).hasSize(1);
  }

  @Test
  void whatGoesOnIsToldAndNothingIsLost() throws Exception {
    Path pipe = pipe();
    Journal journal = journal(pipe);
    journal.offer(Samples.violation("db"));
    await(journal);
    journal.tellOfStuck();
    awaitTold(" is stuck");
    Process reader = new ProcessBuilder("cat", pipe.toString()).start();

    awaitTold("the journal " + pipe + " goes on, after ");
    assertThat(journal.stuck()).isNull();
    journal.close();
    String lines = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(lines).contains("started").contains("\"violation\"").contains("stopped");
  }

  @Test
  void aHangingStderrIsToldToWhoeverAsks() throws Exception {
    PrintStream before = System.err;
    CountDownLatch released = new CountDownLatch(1);
    System.setErr(hanging(released));
    try {
      Journal journal = new Journal(new TestOwner(Samples.settings(null).target("stderr")));
      journal.offer(Samples.violation("db"));
      await(journal);
      journal.tellOfStuck();
      assertThat(journal.stuck().sentence()).startsWith("stderr is stuck: ");
      long begin = System.nanoTime();
      journal.close();
      assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)).isLessThan(3_000);
    } finally {
      released.countDown();
      System.setErr(before);
    }
  }

  private Journal journal(Path target) {
    return new Journal(
        new TestOwner(Samples.settings(target).summary(false))
            .log((level, line) -> told.add(line)));
  }

  private Path pipe() throws Exception {
    Path pipe = folder.resolve("journal.ndjson");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(Files.exists(pipe)).isTrue();
    return pipe;
  }

  private static WriterTask counting(CountDownLatch runs) {
    return new WriterTask() {
      @Override
      public long run() {
        runs.countDown();
        return 20;
      }

      @Override
      public void told(String line) {}
    };
  }

  private static PrintStream hanging(CountDownLatch released) {
    OutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int from, int length) {
            try {
              released.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        };
    return new PrintStream(out, true);
  }

  private static void await(Journal journal) throws InterruptedException {
    for (int i = 0; i < 1_000 && journal.stuck() == null; i++) {
      Thread.sleep(10);
    }
    assertThat(journal.stuck()).isNotNull();
  }

  private void awaitTold(String text) throws InterruptedException {
    for (int i = 0; i < 500 && told.stream().noneMatch(line -> line.contains(text)); i++) {
      Thread.sleep(10);
    }
    assertThat(told).anyMatch(line -> line.contains(text));
  }
}
