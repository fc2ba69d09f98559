package dev.stockade.cli.cbom;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Things by their references, sorted; a bounded number, as a forged journal could name any. */
final class Table<T> {
  static final int MAX = 10_000;

  private final Map<String, T> all = new TreeMap<>();
  private long omitted;

  /**
   * The thing of that reference.
   *
   * @param made what it is where it was not there
   * @param count events that it is asked for
   * @return null where there is no room
   */
  T get(String ref, long count, Supplier<T> made) {
    T known = all.get(ref);
    if (known == null && all.size() == MAX) {
      omitted += count;
      return null;
    }
    if (known == null) {
      known = made.get();
      all.put(ref, known);
    }
    return known;
  }

  Collection<T> values() {
    return all.values();
  }

  Collection<String> refs() {
    return all.keySet();
  }

  /** Events for which there was no room. */
  long omitted() {
    return omitted;
  }
}
