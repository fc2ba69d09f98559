package dev.stockade.enforce;

import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Predicate;

/**
 * A table of what is known of the host's objects, which it holds weakly, for as many threads as
 * like. An object's identity says in which of a few parts it is, and only those who meet in a part
 * at the same moment wait for each other. The parts are of JDK types and may go to another engine.
 */
public final class WeakTable<V> {
  /** A power of two. */
  private static final int PARTS = 16;

  private final Object[] parts;

  public WeakTable() {
    this(parts());
  }

  /**
   * @param parts maps with weak keys, each guarded by its own monitor; their number a power of two
   */
  WeakTable(Object[] parts) {
    this.parts = parts;
  }

  /** The parts of an empty table. */
  static Object[] parts() {
    Object[] parts = new Object[PARTS];
    for (int i = 0; i < PARTS; i++) {
      parts[i] = new WeakHashMap<Object, Object>(4);
    }
    return parts;
  }

  /** Null where nothing is known. */
  public V get(Object key) {
    Map<Object, V> part = part(key);
    synchronized (part) {
      return part.get(key);
    }
  }

  /** Returns what was known before, or null. */
  public V put(Object key, V value) {
    Map<Object, V> part = part(key);
    synchronized (part) {
      return part.put(key, value);
    }
  }

  /** Returns what was known, or null. */
  public V remove(Object key) {
    Map<Object, V> part = part(key);
    synchronized (part) {
      return part.remove(key);
    }
  }

  /** One of the keys that meet a condition, or null. */
  public Object key(Predicate<Object> condition) {
    for (Object each : parts) {
      Map<Object, V> part = cast(each);
      synchronized (part) {
        for (Object key : part.keySet()) {
          if (condition.test(key)) {
            return key;
          }
        }
      }
    }
    return null;
  }

  private Map<Object, V> part(Object key) {
    return cast(parts[System.identityHashCode(key) & (parts.length - 1)]);
  }

  @SuppressWarnings("unchecked") // filled by this class alone, of whatever engine
  private static <V> Map<Object, V> cast(Object part) {
    return (Map<Object, V>) part;
  }
}
