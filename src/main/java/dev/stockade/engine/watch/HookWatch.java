package dev.stockade.engine.watch;

import dev.stockade.enforce.TamperRecords;
import dev.stockade.engine.hooks.InstalledHooks;
import dev.stockade.journal.Event;
import dev.stockade.journal.PeriodicCheck;
import dev.stockade.policy.rule.Rule;
import dev.stockade.weave.WovenMark;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;

/**
 * Checks whether the woven classes are still woven and the gate still leads here. Reads the mark of
 * the class that runs, and changes nothing: a retransformation would slow the class down each time,
 * and hide what it was to find.
 */
final class HookWatch implements PeriodicCheck {
  private static final int MAX_NAMES = 5;

  private final InstalledHooks hooks;
  private final TamperRecords records;
  private final Method typeAnnotations;

  /** Without its hooks, and reported. */
  private final Set<Class<?>> told =
      Collections.newSetFromMap(new WeakHashMap<Class<?>, Boolean>());

  private boolean gateTold;

  /**
   * @throws NoSuchMethodException when this JDK does not let a class's mark be read
   */
  HookWatch(InstalledHooks hooks, TamperRecords records) throws NoSuchMethodException {
    this.hooks = hooks;
    this.records = records;
    this.typeAnnotations = Class.class.getDeclaredMethod("getRawTypeAnnotations");
    typeAnnotations.setAccessible(true);
  }

  @Override
  public void look(Consumer<Event> journal) throws Exception {
    if (!hooks.areInstalled()) {
      return;
    }
    boolean gateIsOurs = hooks.haveTheGate();
    if (!gateIsOurs && !gateTold) {
      tell("other code took the gate of the hooks: none of them is answered", journal);
    }
    gateTold = !gateIsOurs;
    List<String> names = new ArrayList<String>();
    Set<Class<?>> without = new HashSet<Class<?>>();
    for (Class<?> type : hooks.wovenOnes()) {
      if (!isMarked(type)) {
        without.add(type);
        if (told.add(type)) {
          names.add(type.getName());
        }
      }
    }
    told.retainAll(without);
    if (!names.isEmpty()) {
      tell(sentence(names), journal);
    }
  }

  private boolean isMarked(Class<?> type) throws IllegalAccessException, InvocationTargetException {
    return WovenMark.isIn((byte[]) typeAnnotations.invoke(type));
  }

  private void tell(String what, Consumer<Event> journal) {
    records.tell(Rule.TAMPER_HOOK, what, journal);
  }

  private static String sentence(List<String> names) {
    Collections.sort(names);
    int more = names.size() - MAX_NAMES;
    List<String> first = more > 0 ? names.subList(0, MAX_NAMES) : names;
    return "the hooks are gone from "
        + String.join(", ", first)
        + (more > 0 ? " and " + more + " more" : "")
        + ": other code, such as another agent's, took the place of the woven class";
  }
}
