package dev.stockade.cli.attach;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.jvm.Jvm;
import dev.stockade.cli.jvm.RunningEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** JVMs that Stockade runs in for a while only. They are left again at the end, and on Ctrl-C. */
final class TemporaryAttachments {
  private final List<RunningEngine> engines = new ArrayList<>();
  private final List<Jvm> jvms = new ArrayList<>();
  private Thread onInterrupt;

  /** Synchronized with {@link #leave}: Ctrl-C may come while this goes on. */
  synchronized void add(Jvm jvm, String jar) {
    jvms.add(jvm);
    engines.add(new RunningEngine(jvm, jar));
    if (onInterrupt == null) {
      onInterrupt = new Thread(() -> leave(line -> {}), "stockade-leave");
      Runtime.getRuntime().addShutdownHook(onInterrupt);
    }
  }

  boolean isEmpty() {
    return jvms.isEmpty();
  }

  void endAfter(int seconds, Consumer<String> out) throws InterruptedException {
    TimeUnit.SECONDS.sleep(seconds);
    end(out);
  }

  /**
   * Leaves all of them.
   *
   * @throws CommandFailure the first failure, after all were tried
   */
  void end(Consumer<String> out) {
    CommandFailure failure = leave(out);
    forgetInterrupt();
    if (failure != null) {
      throw failure;
    }
  }

  /** Leaves all of them after a failure, which says more than what would be said here. */
  void abandon() {
    leave(line -> {});
    forgetInterrupt();
  }

  private void forgetInterrupt() {
    try {
      Runtime.getRuntime().removeShutdownHook(onInterrupt);
    } catch (IllegalStateException e) {
      // The hook runs already and finds nothing left to do.
    }
  }

  private synchronized CommandFailure leave(Consumer<String> out) {
    CommandFailure first = null;
    for (int i = 0; i < jvms.size(); i++) {
      try (Jvm jvm = jvms.get(i)) {
        out.accept(new Detachment(jvm, engines.get(i)).run());
      } catch (CommandFailure e) {
        first = first == null ? e : first;
      }
    }
    jvms.clear();
    engines.clear();
    return first;
  }
}
