package dev.stockade.weave;

import dev.stockade.weave.reflect.Access;
import java.lang.instrument.Instrumentation;
import java.util.Arrays;
import java.util.List;

/**
 * The places of many libraries as one table. A JVM that starts loads the table alone; what happens
 * at a place is loaded when one of its library is first reached.
 */
public abstract class LibraryHooks implements HookFamily {
  /** For each hook its library, and its place among the library's hooks. */
  private int[] libraryOf = new int[128];

  private int[] placeOf = new int[128];
  private final int libraries;
  private final Instrumentation instrumentation;
  private volatile Library[] met;

  /**
   * @param libraries how many there are; their numbers are below it
   * @param instrumentation opens the packages of named modules that a library looks into
   */
  protected LibraryHooks(int libraries, Instrumentation instrumentation) {
    this.libraries = libraries;
    this.instrumentation = instrumentation;
  }

  /** Appends the hooks of a library; their places are counted from 0. */
  protected final void add(List<Hook> all, int library, Hook... hooks) {
    int count = all.size() + hooks.length;
    if (count > libraryOf.length) {
      libraryOf = Arrays.copyOf(libraryOf, 2 * count);
      placeOf = Arrays.copyOf(placeOf, 2 * count);
    }
    for (int place = 0; place < hooks.length; place++) {
      libraryOf[all.size()] = library;
      placeOf[all.size()] = place;
      all.add(hooks[place]);
    }
  }

  /** Makes what answers for a library. Called once for each, never by two threads. */
  protected abstract Library create(int library);

  @Override
  public final Object reached(int index, Object value, Object[] loads) throws Exception {
    Library[] now = met;
    Library library = now == null ? null : now[libraryOf[index]];
    if (library == null) {
      library = meet(libraryOf[index]);
    }
    return library.reached(placeOf[index], value, loads);
  }

  private synchronized Library meet(int number) {
    Library[] now = met == null ? new Library[libraries] : met.clone();
    if (now[number] == null) {
      // Not in the constructor: a JVM that starts is to load no class for it.
      Access.through(instrumentation);
      now[number] = create(number);
      // A new array, so that whoever sees the library sees all of it.
      met = now;
    }
    return now[number];
  }
}
