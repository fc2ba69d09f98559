package dev.stockade.weave;

import dev.stockade.weave.reflect.ModuleOpener;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * The hooks of all libraries as one table. A JVM that starts loads the table alone; a handler is
 * made when one of its rows is first reached.
 */
public final class HookRows implements Iterable<HookSource> {
  private final Instrumentation instrumentation;
  private final List<Hook> hooks = new ArrayList<Hook>(128);

  /** For each row its id, and which handler it belongs to. */
  private int[] ids = new int[128];

  private int[] slots = new int[128];

  /** For each handler its source and its number there. */
  private int[] makers = new int[64];

  private int[] numbers = new int[64];
  private int handlers;

  /** Null for a library that was not asked for yet. */
  private HookSource[] sources = new HookSource[16];

  private int sourceCount;

  /** Makes those libraries. */
  private HookLibraries libraries;

  /**
   * The handlers that were made. Each one gets a new array, so that a thread that sees an array
   * sees all of it.
   */
  private volatile HookHandler[] met = new HookHandler[0];

  /**
   * @param instrumentation opens the packages of named modules that a handler looks into
   */
  public HookRows(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /** Adds the rows of a library, behind those that are there. */
  public void add(HookSource source) {
    sources = sourceCount == sources.length ? Arrays.copyOf(sources, 2 * sourceCount) : sources;
    sources[sourceCount++] = source;
    source.addTo(this);
  }

  /**
   * Adds rows; by the source itself.
   *
   * @param handler its number in the source
   * @param id what these rows mean to it
   */
  public void add(int handler, int id, Hook... rows) {
    for (Hook row : rows) {
      add(sourceCount - 1, handler, id, row);
    }
  }

  /**
   * Adds the rows of several libraries from their {@link #lines()}, first of all, and makes none of
   * them before a handler or a fact of it is asked for.
   *
   * @param libraries makes them, by their index among the sources of the lines
   */
  public void add(HookLibraries libraries, String lines) {
    this.libraries = libraries;
    int end;
    for (int start = 0; start < lines.length(); start = end + 1) {
      end = lines.indexOf('\n', start);
      String[] cells = cells(lines.substring(start, end));
      int source = Integer.parseInt(cells[0]);
      sourceCount = source + 1;
      Hook row = Hook.of(cells, 3);
      add(source, Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), row);
    }
    sources = new HookSource[sourceCount + 4];
  }

  /** What stands between tabs. {@code String.split} would load up to three classes at a start. */
  private static String[] cells(String line) {
    int tabs = 0;
    for (int at = line.indexOf('\t'); at >= 0; at = line.indexOf('\t', at + 1)) {
      tabs++;
    }
    String[] cells = new String[tabs + 1];
    int start = 0;
    for (int i = 0; i < tabs; i++) {
      int end = line.indexOf('\t', start);
      cells[i] = line.substring(start, end);
      start = end + 1;
    }
    cells[tabs] = line.substring(start);
    return cells;
  }

  /** One line for each row: source, handler, id, and what {@link Hook#line()} says. */
  public String lines() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < hooks.size(); i++) {
      lines.append(makers[slots[i]]).append('\t').append(numbers[slots[i]]).append('\t');
      lines.append(ids[i]).append('\t').append(hooks.get(i).line()).append('\n');
    }
    return lines.toString();
  }

  private void add(int source, int handler, int id, Hook row) {
    int size = hooks.size();
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
      slots = Arrays.copyOf(slots, 2 * size);
    }
    ids[size] = id;
    slots[size] = slot(source, handler);
    hooks.add(row);
  }

  private int slot(int source, int handler) {
    for (int i = handlers - 1; i >= 0 && makers[i] == source; i--) {
      if (numbers[i] == handler) {
        return i;
      }
    }
    if (handlers == numbers.length) {
      makers = Arrays.copyOf(makers, 2 * handlers);
      numbers = Arrays.copyOf(numbers, 2 * handlers);
    }
    makers[handlers] = source;
    numbers[handlers] = handler;
    return handlers++;
  }

  /** All libraries that have rows. Makes those that are not made yet. */
  public synchronized List<HookSource> libraries() {
    List<HookSource> all = new ArrayList<HookSource>();
    for (int i = 0; i < sourceCount; i++) {
      all.add(source(i));
    }
    return all;
  }

  /** See {@link #libraries}; makes none before it is asked. */
  @Override
  public Iterator<HookSource> iterator() {
    return libraries().iterator();
  }

  private HookSource source(int number) {
    if (sources[number] == null) {
      sources[number] = libraries.library(number);
    }
    return sources[number];
  }

  /** All rows in their order. */
  public List<Hook> hooks() {
    return hooks;
  }

  /**
   * The rows of one handler, in their order.
   *
   * @param source its index in {@link #libraries()}
   */
  public List<Hook> hooks(int source, int handler) {
    List<Hook> its = new ArrayList<Hook>();
    for (int i = 0; i < hooks.size(); i++) {
      if (makers[slots[i]] == source && numbers[slots[i]] == handler) {
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
    HookHandler[] now = Arrays.copyOf(met, handlers);
    if (now[slot] == null) {
      // Not in the constructor: a JVM that starts is to load no class for it.
      ModuleOpener.through(instrumentation);
      now[slot] = source(makers[slot]).handler(numbers[slot]);
      met = now;
    }
    return now[slot];
  }
}
