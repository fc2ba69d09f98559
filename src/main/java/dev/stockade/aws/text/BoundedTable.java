package dev.stockade.aws.text;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;

/**
 * A hash table of bounded size, read without a lock and without garbage: a look-up walks a chain
 * and leaves comparing to its caller. When it is full, the oldest that was not used since it was
 * last considered goes (the clock algorithm).
 */
public final class BoundedTable<E extends BoundedTable.Entry<E>> {
  private final int most;
  private final AtomicReferenceArray<E> chains;
  private final int shift;
  private final ArrayDeque<E> byAge = new ArrayDeque<>();

  public BoundedTable(int most) {
    this.most = most;
    int bits = 32 - Integer.numberOfLeadingZeros(most * 2 - 1);
    this.chains = new AtomicReferenceArray<>(1 << bits);
    this.shift = 64 - bits;
  }

  /** An entry of a table. */
  public abstract static class Entry<E> {
    public final long hash;
    private volatile E next;
    private boolean used;

    public Entry(long hash) {
      this.hash = hash;
    }

    /** The next to compare with, or null. */
    public final E next() {
      return next;
    }

    /** Postpones its removal. Races with other threads only cost precision. */
    public final void use() {
      if (!used) {
        used = true;
      }
    }

    /** Called once, when the table has let go of it. */
    protected void removed() {}
  }

  /** The first of a chain in which all entries of that hash are, or null. */
  public E chain(long hash) {
    return chains.get((int) (hash >>> shift));
  }

  /** Only by threads that hold the table's monitor. */
  public void add(E entry) {
    while (byAge.size() >= most) {
      E oldest = byAge.remove();
      Entry<E> considered = oldest;
      if (considered.used) {
        considered.used = false;
        byAge.add(oldest);
      } else {
        unlink(oldest);
      }
    }
    int index = (int) (entry.hash >>> shift);
    Entry<E> link = entry;
    link.next = chains.get(index);
    chains.set(index, entry);
    byAge.add(entry);
  }

  /** Removes what meets a condition. Only by threads that hold the table's monitor. */
  public void removeIf(Predicate<E> condition) {
    for (Iterator<E> all = byAge.iterator(); all.hasNext(); ) {
      E entry = all.next();
      if (condition.test(entry)) {
        all.remove();
        unlink(entry);
      }
    }
  }

  private void unlink(E entry) {
    int index = (int) (entry.hash >>> shift);
    Entry<E> gone = entry;
    E first = chains.get(index);
    if (first == entry) {
      chains.set(index, gone.next);
    } else {
      Entry<E> before = first;
      while (before.next != entry) {
        before = before.next;
      }
      before.next = gone.next;
    }
    entry.removed();
  }
}
