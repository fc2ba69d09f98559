package dev.stockade.cli.attach;

import dev.stockade.base.JvmProperties;
import dev.stockade.cli.jvm.Jvm;
import dev.stockade.cli.jvm.RunningEngine;
import java.util.Collections;
import java.util.function.Consumer;

/** Follows an engine's findings for a time. */
public final class LiveFindingsReader {
  private static final long MILLIS_BETWEEN = 500;
  private static final int SECONDS_OF_GRACE = 5;

  private final Jvm jvm;
  private final RunningEngine engine;

  public LiveFindingsReader(Jvm jvm, RunningEngine engine) {
    this.jvm = jvm;
    this.engine = engine;
  }

  /** Returns when the engine ends it, and at the latest a little after the time. */
  public void run(int seconds, Consumer<String> out) throws InterruptedException {
    engine.ask("live", Collections.singletonMap("seconds", String.valueOf(seconds)));
    LiveLines lines = new LiveLines(out);
    long start = System.nanoTime();
    String live = jvm.properties().get(JvmProperties.LIVE);
    while (System.nanoTime() - start < (seconds + SECONDS_OF_GRACE) * 1_000_000_000L) {
      if (live != null) {
        lines.update(live);
      } else if (System.nanoTime() - start > 2 * MILLIS_BETWEEN * 1_000_000L) {
        return;
      }
      Thread.sleep(MILLIS_BETWEEN);
      live = jvm.properties().get(JvmProperties.LIVE);
    }
  }
}
