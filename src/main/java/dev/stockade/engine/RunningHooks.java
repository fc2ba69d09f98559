package dev.stockade.engine;

/** Hooks that began before a swap still tell the engine before what they saw. */
final class RunningHooks {
  private static final long LONGEST_MILLIS = 100;

  private RunningHooks() {}

  static void await() {
    try {
      Thread.sleep(LONGEST_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
