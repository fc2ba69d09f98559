package dev.stockade.weave;

import dev.stockade.weave.reflect.ModuleOpener;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The hooks of all libraries as one table. A JVM that starts loads the table alone; a handler is
 * made when one of its rows is first reached.
 */
public final class HookRows {
  private final Instrumentation instrumentation;
  private final List<Hook> hooks = new ArrayList<Hook>(128);

  /** For each row its meaning to its handler, and which handler that is. */
  private int[] ids = new int[128];

  private int[] slots = new int[128];

  /** For each handler who makes it, and its number there. */
  private final List<HookSource> sources = new ArrayList<HookSource>(32);

  private int[] numbers = new int[64];

  /** Those that were made. A new array for each, so that a thread that sees one sees all of it. */
  private volatile HookHandler[] met = new HookHandler[0];

  private HookSource adding;

  /**
   * @param instrumentation opens the packages of named modules that a handler looks into
   */
  public HookRows(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /** Adds the rows of a library, behind those that are there. */
  public void add(HookSource source) {
    adding = source;
    source.addTo(this);
    adding = null;
  }

  /**
   * Adds rows; by the source itself.
   *
   * @param handler its number in the source
   * @param id what these rows mean to it
   */
  public void add(int handler, int id, Hook... rows) {
    int slot = slot(handler);
    for (Hook row : rows) {
      int size = hooks.size();
      if (size == ids.length) {
        ids = Arrays.copyOf(ids, 2 * size);
        slots = Arrays.copyOf(slots, 2 * size);
      }
      ids[size] = id;
      slots[size] = slot;
      hooks.add(row);
    }
  }

  private int slot(int handler) {
    for (int i = sources.size() - 1; i >= 0 && sources.get(i) == adding; i--) {
      if (numbers[i] == handler) {
        return i;
      }
    }
    if (sources.size() == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * numbers.length);
    }
    numbers[sources.size()] = handler;
    sources.add(adding);
    return sources.size() - 1;
  }

  /** Whose rows there are. */
  public Set<HookSource> libraries() {
    return new LinkedHashSet<HookSource>(sources);
  }

  /** All rows in their order. */
  public List<Hook> hooks() {
    return hooks;
  }

  /** The rows of one handler, in their order. */
  public List<Hook> hooks(HookSource source, int handler) {
    List<Hook> its = new ArrayList<Hook>();
    for (int i = 0; i < hooks.size(); i++) {
      if (sources.get(slots[i]) == source && numbers[slots[i]] == handler) {
        its.add(hooks.get(i));
      }
    }
    return its;
  }

  /**
   * A hook was reached; see {@link HookHandler#reached}.
   *
   * @param index the hook's index in {@link #hooks()}
   */
  public Object reached(int index, Object value, Object[] loads) throws Exception {
    HookHandler[] now = met;
    int slot = slots[index];
    HookHandler handler = slot < now.length ? now[slot] : null;
    if (handler == null) {
      handler = meet(slot);
    }
    return handler.reached(ids[index], value, loads);
  }

  private synchronized HookHandler meet(int slot) {
    HookHandler[] now = Arrays.copyOf(met, sources.size());
    if (now[slot] == null) {
      // Not in the constructor: a JVM that starts is to load no class for it.
      ModuleOpener.through(instrumentation);
      now[slot] = sources.get(slot).handler(numbers[slot]);
      met = now;
    }
    return now[slot];
  }
}
