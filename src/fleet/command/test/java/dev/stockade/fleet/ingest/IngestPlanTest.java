package dev.stockade.fleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A batch is as large as it pays, and never more than the heap holds twice. */
class IngestPlanTest {
  private static final long MEGA = 1L << 20;

  @Test
  void aBatchIsAQuarterOfAllWithinItsBounds() {
    assertFullAt(64, 1);
    assertFullAt(100, 400);
    assertFullAt(512, 90_000);
  }

  private static void assertFullAt(long mega, long all) {
    long heap = 8192 * MEGA;
    assertThat(IngestPlan.isFull(mega * MEGA - 1, 0, all * MEGA, heap)).isFalse();
    assertThat(IngestPlan.isFull(mega * MEGA, 0, all * MEGA, heap)).isTrue();
  }

  @Test
  void whatTakesAQuarterOfTheHeapIsWrittenHoweverFewBytesItsLinesAre() {
    assertThat(IngestPlan.isFull(MEGA, 128 * MEGA - 1, 90_000 * MEGA, 512 * MEGA)).isFalse();
    assertThat(IngestPlan.isFull(MEGA, 128 * MEGA, 90_000 * MEGA, 512 * MEGA)).isTrue();
  }
}
