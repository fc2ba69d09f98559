package dev.stockade.engine.watch;

import dev.stockade.enforce.TamperRecords;
import dev.stockade.engine.hooks.InstalledHooks;
import dev.stockade.journal.Event;
import dev.stockade.journal.Patrol;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Everything that is looked at from time to time. What fails does not keep the others from it. */
public final class Rounds implements Patrol {
  private final List<Patrol> all = new ArrayList<Patrol>();

  /**
   * @param since when the engine began, in milliseconds since the epoch
   */
  public static Patrol of(TamperRecords records, InstalledHooks hooks, long since) {
    return new Rounds(records, hooks, since);
  }

  private Rounds(TamperRecords records, InstalledHooks hooks, long since) {
    Patrol jar = JarWatch.of(records, since);
    if (jar != null) {
      all.add(jar);
    }
    try {
      all.add(new HookWatch(hooks, records));
    } catch (NoSuchMethodException e) {
      // A JDK to come, that hides the mark: the tests of each release tell.
    }
  }

  @Override
  public void look(Consumer<Event> found) throws Exception {
    Exception failed = null;
    for (Patrol patrol : all) {
      try {
        patrol.look(found);
      } catch (Exception e) {
        failed = e;
      }
    }
    if (failed != null) {
      throw failed;
    }
  }
}
