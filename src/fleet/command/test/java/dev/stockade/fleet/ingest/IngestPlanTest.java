package dev.stockade.fleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A batch is as large as it pays, and never more than the heap holds twice. */
class IngestPlanTest {
  private static final long MEGA = 1L << 20;

  @Test
  void aBatchIsAQuarterOfAllWithinItsBounds() {
    long heap = 8192 * MEGA;
    assertThat(IngestPlan.batchBytes(MEGA, heap)).isEqualTo(64 * MEGA);
    assertThat(IngestPlan.batchBytes(400 * MEGA, heap)).isEqualTo(100 * MEGA);
    assertThat(IngestPlan.batchBytes(90_000 * MEGA, heap)).isEqualTo(512 * MEGA);
  }

  @Test
  void aSmallHeapHoldsSmallerBatches() {
    assertThat(IngestPlan.batchBytes(90_000 * MEGA, 512 * MEGA)).isEqualTo(256 * MEGA);
    assertThat(IngestPlan.batchBytes(90_000 * MEGA, 100 * MEGA)).isEqualTo(64 * MEGA);
  }
}
