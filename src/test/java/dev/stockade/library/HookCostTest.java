package dev.stockade.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.Journal;
import dev.stockade.policy.rule.Verdict;
import java.lang.management.ManagementFactory;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What compliant handshakes and requests cost the host's heap, from the woven call to the record
 * and back: bytes for the moment, and bytes that stay.
 */
@Timeout(300)
class HookCostTest {
  private static final int MANY = 5_000;

  /** Most of it are the facts, the event, and what stands for the handshake until it ends. */
  private static final int MAX_OF_HANDSHAKE = 1_000;

  private static final int MAX_OF_REQUEST = 900;
  private static final int MAX_OF_OTHER_REQUEST = 250;
  private static final int MAX_OF_SIGNATURE = 600;

  /** Of each 1,000; what is kept of a single one would be a hundred times as much. */
  private static final int MAX_KEPT = 1_000;

  private static final int ROUNDS = 5;

  @Test
  void aHandshakeAllocatesLittle() throws Exception {
    try (HookCalls calls = new HookCalls()) {
      assertThat(bytesOfEach(number -> calls.handshake())).isBetween(1L, (long) MAX_OF_HANDSHAKE);
      assertSeen(calls, EventKind.TLS_HANDSHAKE, 3 * MANY);
    }
  }

  @Test
  void aSignedRequestAllocatesLittleAtItsSignerAndAtTheWire() throws Exception {
    try (HookCalls calls = new HookCalls()) {
      assertThat(bytesOfEach(calls::sign)).isBetween(1L, (long) MAX_OF_SIGNATURE);
      assertThat(bytesOfEach(calls::request)).isBetween(1L, (long) MAX_OF_REQUEST);
      assertSeen(calls, EventKind.AWS_REQUEST, 3 * MANY);
    }
  }

  @Test
  void aRequestToAnybodyElseAllocatesLess() throws Exception {
    try (HookCalls calls = new HookCalls()) {
      long bytes = bytesOfEach(number -> calls.otherRequest());
      assertThat(bytes).isLessThan(MAX_OF_OTHER_REQUEST);
      assertThat(calls.journal().count(Verdict.PASS)).isZero();
      assertThat(calls.internalErrors()).isZero();
    }
  }

  @Test
  void whileAnAnswerIsAwaitedOthersAllocateNoMore() throws Exception {
    try (HookCalls calls = new HookCalls()) {
      calls.ownRequest();
      long bytes =
          bytesOfEach(
              number -> {
                calls.otherRequest();
                calls.otherResponse();
              });
      assertThat(bytes).isLessThan(MAX_OF_OTHER_REQUEST);
      assertThat(calls.journal().answersIfAny()).isNull();

      calls.ownResponse();
      assertThat(calls.journal().answersIfAny().seen()).isEqualTo(1);
      assertThat(calls.internalErrors()).isZero();
    }
  }

  /** What stays of each stays in every round; the smallest growth is without what else happens. */
  @Test
  void nothingStaysOfThousands() throws Exception {
    try (HookCalls calls = new HookCalls()) {
      long least = Long.MAX_VALUE;
      long before = heapAfter(calls, 1);
      for (int round = 2; round <= ROUNDS; round++) {
        long after = heapAfter(calls, round);
        least = Math.min(least, after - before);
        before = after;
      }
      assertThat(least * 1_000 / MANY).as("bytes kept of 1,000").isLessThan(MAX_KEPT);
    }
  }

  private static long heapAfter(HookCalls calls, int rounds) throws Exception {
    for (int i = 0; i < MANY; i++) {
      calls.handshake();
      calls.sign(i);
      calls.request(i);
    }
    assertSeen(calls, EventKind.TLS_HANDSHAKE, (long) rounds * MANY);
    assertSeen(calls, EventKind.AWS_REQUEST, (long) rounds * MANY);
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** All have passed the real handlers, and the writer has them. */
  private static void assertSeen(HookCalls calls, EventKind kind, long count) throws Exception {
    Journal journal = calls.journal();
    while (journal.count(kind) + journal.dropped() < count) {
      Thread.sleep(1);
    }
    assertThat(journal.count(Verdict.PASS)).isPositive();
    assertThat(journal.count(Verdict.VIOLATION) + journal.count(Verdict.WARN)).isZero();
    assertThat(calls.internalErrors()).isZero();
  }

  private static long bytesOfEach(IntConsumer call) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long bytes = 0;
    for (int round = 0; round < 3; round++) {
      long before = threads.getThreadAllocatedBytes(thread);
      for (int i = 0; i < MANY; i++) {
        call.accept(i);
      }
      bytes = threads.getThreadAllocatedBytes(thread) - before;
    }
    return bytes / MANY;
  }
}
