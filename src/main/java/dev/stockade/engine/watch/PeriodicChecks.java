package dev.stockade.engine.watch;

import dev.stockade.enforce.TamperRecords;
import dev.stockade.engine.hooks.InstalledHooks;
import dev.stockade.journal.Event;
import dev.stockade.journal.PeriodicCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All checks that run from time to time. One that fails does not prevent the others. */
public final class PeriodicChecks implements PeriodicCheck {
  private final List<PeriodicCheck> all = new ArrayList<PeriodicCheck>();

  /**
   * @param since when the engine started, in milliseconds since the epoch
   */
  public static PeriodicCheck of(TamperRecords records, InstalledHooks hooks, long since) {
    return new PeriodicChecks(records, hooks, since);
  }

  private PeriodicChecks(TamperRecords records, InstalledHooks hooks, long since) {
    PeriodicCheck jar = JarWatch.of(records, since);
    if (jar != null) {
      all.add(jar);
    }
    try {
      all.add(new HookWatch(hooks, records));
    } catch (NoSuchMethodException e) {
      // A JDK to come, that hides the mark: the tests of each release show it.
    }
  }

  @Override
  public void look(Consumer<Event> found) throws Exception {
    Exception failed = null;
    for (PeriodicCheck check : all) {
      try {
        check.look(found);
      } catch (Exception e) {
        failed = e;
      }
    }
    if (failed != null) {
      throw failed;
    }
  }
}
