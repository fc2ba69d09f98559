package dev.stockade.engine.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.canary.CanaryChange;
import dev.stockade.policy.rule.Rule;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a canary took back, in a file that others may have written into. */
class CanaryStateTest {
  private final CanaryChange change =
      CanaryChange.rollback(Rule.TLS_MIN_VERSION, "db:1433", "", 1_795_459_500_123L, "on purpose");

  @TempDir Path folder;

  @Test
  void aLineOfFiftyMegabytesCostsNeitherMemoryNorWhatStandsBeforeIt() throws Exception {
    Path file = folder.resolve("state");
    new CanaryState(file.toString()).append(List.of(change));
    try (OutputStream out = Files.newOutputStream(file, java.nio.file.StandardOpenOption.APPEND)) {
      byte[] junk = new byte[1 << 20];
      java.util.Arrays.fill(junk, (byte) 'x');
      for (int i = 0; i < 50; i++) {
        out.write(junk);
      }
    }
    long before = allocated();
    assertThat(new CanaryState(file.toString()).read()).containsExactly(change);
    assertThat(allocated() - before).isLessThan(1 << 20);
  }

  @Test
  void aLineThatIsTooLongIsPassedOver() throws Exception {
    Path file = Files.writeString(folder.resolve("state"), "x".repeat(100_000) + "\n");
    new CanaryState(file.toString()).append(List.of(change));
    assertThat(new CanaryState(file.toString()).read()).containsExactly(change);
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean)
            java.lang.management.ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
