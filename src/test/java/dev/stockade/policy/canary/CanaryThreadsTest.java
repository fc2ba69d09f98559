package dev.stockade.policy.canary;

import static dev.stockade.policy.canary.CanaryOutcome.BLOCKED;
import static dev.stockade.policy.canary.CanaryOutcome.PASSED;
import static dev.stockade.policy.canary.CanaryTrial.BEGIN;
import static dev.stockade.policy.canary.CanaryTrial.HERE;
import static java.util.Collections.emptyList;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CanaryThreadsTest {
  private static final int THREADS = 8;
  private static final int UNITS = 20_000;
  private static final int BAD = 50;

  @Test
  void eachRollbackHappensOnceAndNothingIsLost() throws Exception {
    CanarySettings settings = new CanarySettings.Builder().percent(100).fuse(0, 1).build();
    Canary canary = new Canary(settings, "orders-1", emptyList());

    List<CanaryChange> changes = run(thread -> changesOf(canary, thread));

    assertThat(canary.takenBack()).containsExactlyInAnyOrderElementsOf(changes);
    Set<String> destinations = new HashSet<>();
    changes.forEach(change -> destinations.add(change.destination()));
    assertThat(changes).hasSameSizeAs(destinations).hasSize(BAD);
    for (int host = 0; host < 2 * BAD; host++) {
      assertThat(canary.enforces(CanaryTrial.RULE, "host-" + host, 1)).isEqualTo(host >= BAD);
    }
  }

  @Test
  void theFuseBlowsOnceAndForAllThreads() throws Exception {
    CanarySettings settings = new CanarySettings.Builder().percent(100).build();
    Canary canary = new Canary(settings, "orders-1", emptyList());

    List<CanaryChange> changes = run(thread -> changesOf(canary, thread));

    assertThat(changes).filteredOn(change -> change.rule() == null).hasSize(1);
    assertThat(canary.takenBack()).containsExactlyInAnyOrderElementsOf(changes);
    assertThat(canary.fuseBlown()).isTrue();
  }

  @Test
  void noMoreDestinationsThanTheMostAreEnforced() throws Exception {
    CanarySettings settings = new CanarySettings.Builder().percent(100).build();
    Canary canary = new Canary(settings, "orders-1", emptyList());

    run(
        thread -> {
          for (int i = 0; i < 2_000; i++) {
            String destination = thread + "-" + i;
            boolean enforced = canary.enforces(CanaryTrial.RULE, destination, i);
            canary.outcome(CanaryTrial.RULE, destination, enforced, CanaryOutcome.PASSED, BEGIN);
          }
          return emptyList();
        });

    assertThat(canary.enforcedCount()).isEqualTo(CanaryLedger.MAX_DESTINATIONS);
    assertThat(canary.auditedCount()).isEqualTo(THREADS * 2_000 - CanaryLedger.MAX_DESTINATIONS);
  }

  /** Whoever counted the passes, the share of the blocks is exact. */
  @Test
  void passesWaitForNobodyAndAllCount() throws Exception {
    CanarySettings settings = new CanarySettings.Builder().percent(100).build();
    CanaryLedger ledger = new CanaryLedger(new CanaryShare(settings.salt(), "orders-1"));
    Runnable passes =
        () -> {
          for (int i = 0; i < 500; i++) {
            ledger.enforced(CanaryTrial.RULE, HERE, PASSED, BEGIN, settings);
            ledger.audited(CanaryTrial.RULE, HERE, PASSED, BEGIN, settings);
          }
        };
    passes.run();
    synchronized (ledger) {
      CompletableFuture.runAsync(passes).get(30, TimeUnit.SECONDS);
    }
    assertThat(ledger.enforcedCount()).isEqualTo(1_000);
    assertThat(ledger.auditedCount()).isEqualTo(1_000);

    int blocks = 1;
    while (ledger.enforced(CanaryTrial.RULE, HERE, BLOCKED, BEGIN, settings).isEmpty()) {
      blocks++;
    }
    // At most 5 percent: 52 of 1,052 are less, 53 of 1,053 are more.
    assertThat(blocks).isEqualTo(53);
  }

  /** Half of the hosts are bad: what is enforced there is blocked. */
  private static List<CanaryChange> changesOf(Canary canary, int thread) {
    Random random = new Random(thread);
    List<CanaryChange> changes = new ArrayList<>();
    for (int unit = 0; unit < UNITS; unit++) {
      int host = random.nextInt(2 * BAD);
      String destination = "host-" + host;
      boolean enforced = canary.enforces(CanaryTrial.RULE, destination, unit);
      CanaryOutcome outcome = enforced && host < BAD ? CanaryOutcome.BLOCKED : CanaryOutcome.PASSED;
      long now = BEGIN + random.nextInt(10);
      changes.addAll(canary.outcome(CanaryTrial.RULE, destination, enforced, outcome, now));
    }
    return changes;
  }

  private interface Work {
    List<CanaryChange> of(int thread);
  }

  private static List<CanaryChange> run(Work work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<List<CanaryChange>>> tasks = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        tasks.add(() -> work.of(thread));
      }
      List<CanaryChange> changes = new ArrayList<>();
      for (Future<List<CanaryChange>> task : threads.invokeAll(tasks)) {
        changes.addAll(task.get());
      }
      return changes;
    } finally {
      threads.shutdownNow();
    }
  }
}
