package dev.stockade.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the writer thread does besides. */
class ChoreTest {
  private final Journal journal = new Journal(Samples.settings(null).summary(false).build());
  private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
  private volatile long nextMillis = Long.MAX_VALUE;
  private volatile boolean fails;

  private final Chore chore =
      new Chore() {
        @Override
        public long run(SummarySource summary) {
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
    journal.employ(chore);
    assertRun();
    assertThat(done.poll(200, TimeUnit.MILLISECONDS)).isNull();
    journal.wake();
    assertRun();
  }

  @Test
  void runsAgainWhenItWantsTo() throws Exception {
    nextMillis = 20;
    journal.employ(chore);
    for (int i = 0; i < 5; i++) {
      assertRun();
    }
  }

  @Test
  void oneThatFailsIsCountedAndAskedAgain() throws Exception {
    fails = true;
    journal.employ(chore);
    assertRun();
    journal.wake();
    assertRun();
    journal.close();
    assertThat(journal.errors()).isEqualTo(3);
  }

  @Test
  void runsOnceMoreAtTheEnd() throws Exception {
    journal.employ(chore);
    assertRun();
    journal.close();
    assertRun();
    assertThat(done).isEmpty();
  }

  @Test
  void hearsWhatIsTold() throws Exception {
    journal.employ(chore);
    assertRun();
    journal.offer(Samples.violation("db"));
    String line = done.poll(5, TimeUnit.SECONDS);
    while ("run".equals(line)) {
      line = done.poll(5, TimeUnit.SECONDS);
    }
    assertThat(line).startsWith("violation: TLS to db");
  }

  private void assertRun() throws InterruptedException {
    assertThat(done.poll(5, TimeUnit.SECONDS)).isEqualTo("run");
  }
}
