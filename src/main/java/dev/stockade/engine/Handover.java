package dev.stockade.engine;

import dev.stockade.engine.control.Heritage;
import dev.stockade.engine.hooks.GateDefinition;
import dev.stockade.gate.StockadeGate;
import dev.stockade.journal.Journal;
import dev.stockade.policy.ActivePolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Lets two engines find each other: each puts itself behind its hooks into the gate, which lasts as
 * long as the JVM and which no program can drop. Neither keeps the other.
 */
final class Handover {
  /** Asked with one of these as the value, an engine answers; hooks never have such values. */
  private static final String STATE = "stockade: what is in force?";

  private static final String GOES_ON = "stockade: do the counts go on?";

  private static final String COUNTS = "stockade: these counts go on";

  /** Among the counts: what exceptions, candidate and canary were good for. */
  static final String IN_FORCE = "activePolicy";

  private Handover() {}

  /** What the engine in the gate leaves; null when there is none, or none that knows how. */
  static Heritage inTheGate() {
    BiFunction<Object, Object[], Object> engine = engine();
    Object state = engine == null ? null : engine.apply(STATE, null);
    return state instanceof Map ? new Heritage((Map<?, ?>) state) : null;
  }

  /**
   * Closes the journal and leaves all counts to the engine that has the gate by now.
   *
   * @return false when that one inherits nothing, or does not know how; then nothing was done
   */
  static boolean passOn(Journal journal, ActivePolicy activePolicy) {
    BiFunction<Object, Object[], Object> engine = engine();
    if (engine == null || !Boolean.TRUE.equals(engine.apply(GOES_ON, null))) {
      return false;
    }
    Map<String, Object> counts = new LinkedHashMap<String, Object>(journal.closeForHeir());
    counts.put(IN_FORCE, activePolicy.members());
    Object unused = engine.apply(COUNTS, new Object[] {counts});
    return true;
  }

  private static BiFunction<Object, Object[], Object> engine() {
    BiFunction<Object, Object[], Object>[] targets =
        GateDefinition.isPresent() ? StockadeGate.targets : null;
    BiFunction<Object, Object[], Object> last =
        targets == null || targets.length == 0 ? null : targets[targets.length - 1];
    boolean knowsHow = last != null && last.getClass().getName().equals(Engine.class.getName());
    return knowsHow ? last : null;
  }

  /** What an engine answers that was asked through the gate. */
  static Object answer(Engine engine, Object value, Object[] loads) {
    if (STATE.equals(value)) {
      return Heritage.of(engine.state());
    }
    if (COUNTS.equals(value) && loads != null && loads[0] instanceof Map) {
      engine.inherit((Map<?, ?>) loads[0]);
    }
    if (GOES_ON.equals(value)) {
      return engine.state().heritage() != null;
    }
    return value;
  }
}
