package dev.stockade.aws.text;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A cache of what strings were lately found to mean. Of two strings that fall on one slot the later
 * one stays, so it is bounded whatever strings a program makes up, and no thread ever waits.
 */
public final class RecentCache<V> {
  private static final int SIZE = 256;

  private final AtomicReferenceArray<Entry<V>> entries = new AtomicReferenceArray<>(SIZE);

  public V get(String text) {
    Entry<V> entry = entries.get(place(text));
    return entry != null && entry.text.equals(text) ? entry.meaning : null;
  }

  public void put(String text, V meaning) {
    if (meaning != null) {
      entries.set(place(text), new Entry<>(text, meaning));
    }
  }

  private static int place(String text) {
    int hash = text.hashCode();
    return (hash ^ hash >>> 8 ^ hash >>> 16) & (SIZE - 1);
  }

  private static final class Entry<V> {
    private final String text;
    private final V meaning;

    Entry(String text, V meaning) {
      this.text = text;
      this.meaning = meaning;
    }
  }
}
