package dev.stockade.aws.sigv4.canonical;

import dev.stockade.aws.text.ByteBuilder;

/** The canonical forms that one part of a request may have been signed in; the usual one first. */
public final class CanonicalVariants {
  private static final int MAX = 8;

  public final ByteBuilder text = new ByteBuilder();
  private final int[] starts = new int[MAX];
  private final int[] ends = new int[MAX];
  private final String[] causes = new String[MAX];
  private int size;

  public void clear() {
    text.cut(0);
    size = 0;
  }

  void wipe() {
    text.wipe();
    size = 0;
  }

  /**
   * Ends the form that was written last. One that equals an earlier one is dropped.
   *
   * @param cause what it means that this form was right; null when there is nothing to say
   */
  void end(String cause) {
    int from = size == 0 ? 0 : ends[size - 1];
    int to = text.size();
    for (int i = 0; i < size; i++) {
      if (text.same(from, to, starts[i], ends[i])) {
        text.cut(from);
        return;
      }
    }
    starts[size] = from;
    ends[size] = to;
    causes[size] = cause;
    size++;
  }

  public int size() {
    return size;
  }

  public int start(int index) {
    return starts[index];
  }

  public int end(int index) {
    return ends[index];
  }

  public String cause(int index) {
    return causes[index];
  }

  void copy(int index, ByteBuilder out) {
    out.add(text.array(), starts[index], ends[index]);
  }
}
