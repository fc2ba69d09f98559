package dev.stockade.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is done besides writing. */
class WriterTaskTest {
  private final Journal journal = new Journal(new TestOwner(Samples.settings(null).summary(false)));
  private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
  private volatile long nextMillis = 60_000;
  private volatile boolean fails;

  private final WriterTask task =
      new WriterTask() {
        @Override
        public long run() {
          done.add("run");
          if (fails) {
            throw new IllegalStateException("on purpose");
          }
          return nextMillis;
        }

        @Override
        public void told(String line) {
          done.add(line);
        }
      };

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void runsAtOnceWithoutAnyEventAndWhenWoken() throws Exception {
    journal.employ(task);
    assertRun();
    assertThat(done.poll(200, TimeUnit.MILLISECONDS)).isNull();
    journal.wake();
    assertRun();
  }

  @Test
  void runsAgainWhenItWantsTo() throws Exception {
    nextMillis = 20;
    journal.employ(task);
    for (int i = 0; i < 5; i++) {
      assertRun();
    }
  }

  @Test
  void hasNoThreadWhileThereIsNothingToDo() throws Exception {
    nextMillis = -1;
    journal.employ(task);
    assertRun();
    awaitNoThread();
    journal.wake();
    assertRun();
    awaitNoThread();
    journal.close();
    assertRun();
    awaitNoThread();
    assertThat(done).isEmpty();
  }

  @Test
  void oneThatFailsIsCountedAndAskedAgain() throws Exception {
    fails = true;
    journal.employ(task);
    assertRun();
    journal.wake();
    assertRun();
    journal.close();
    assertThat(journal.errors()).isEqualTo(3);
  }

  @Test
  void runsOnceMoreAtTheEnd() throws Exception {
    journal.employ(task);
    assertRun();
    journal.close();
    assertRun();
    assertThat(done).isEmpty();
  }

  @Test
  void hearsWhatIsTold() throws Exception {
    journal.employ(task);
    assertRun();
    journal.offer(Samples.violation("db"));
    String line = done.poll(5, TimeUnit.SECONDS);
    while ("run".equals(line)) {
      line = done.poll(5, TimeUnit.SECONDS);
    }
    assertThat(line).startsWith("violation: TLS to db");
  }

  private static void awaitNoThread() throws InterruptedException {
    for (int i = 0; i < 500 && hasThread(); i++) {
      Thread.sleep(10);
    }
    assertThat(hasThread()).isFalse();
  }

  private static boolean hasThread() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("stockade-control"));
  }

  private void assertRun() throws InterruptedException {
    assertThat(done.poll(5, TimeUnit.SECONDS)).isEqualTo("run");
  }
}
