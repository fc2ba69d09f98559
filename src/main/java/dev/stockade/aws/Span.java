package dev.stockade.aws;

/** A stretch of a string that is looked at without being copied. Reused; not for many threads. */
final class Span {
  private String text = "";
  private int from;
  private int to;

  Span set(String text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
    return this;
  }

  Span set(String text) {
    return set(text, 0, text.length());
  }

  /** The same without white space at its ends. */
  Span trim() {
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    while (from < to && text.charAt(to - 1) <= ' ') {
      to--;
    }
    return this;
  }

  void clear() {
    set("", 0, 0);
  }

  int length() {
    return to - from;
  }

  boolean isEmpty() {
    return from == to;
  }

  char charAt(int index) {
    return text.charAt(from + index);
  }

  /** Position of the character at or after a position, or -1. */
  int indexOf(char c, int start) {
    int found = text.indexOf(c, from + start);
    return found < 0 || found >= to ? -1 : found - from;
  }

  /** Position of the last such character before a position, or -1. */
  int lastIndexOf(char c, int end) {
    int found = text.lastIndexOf(c, from + end - 1);
    return found < from ? -1 : found - from;
  }

  /** Makes another span the part of this one. */
  void part(int start, int end, Span other) {
    other.set(text, from + start, from + end);
  }

  boolean is(String other) {
    return length() == other.length() && text.regionMatches(from, other, 0, length());
  }

  boolean startsWith(String prefix) {
    return prefix.length() <= length() && text.startsWith(prefix, from);
  }

  /** Whether it stands in a text from an index on. */
  boolean standsIn(String other, int index) {
    return other.regionMatches(index, text, from, length());
  }

  long hash(long start) {
    long hash = start;
    for (int i = from; i < to; i++) {
      hash = Hash.add(hash, text.charAt(i));
    }
    return hash;
  }

  String copy() {
    return text.substring(from, to);
  }

  /** Says nothing: it may be a part of a signature or a token. */
  @Override
  public String toString() {
    return "Span";
  }
}
