package dev.stockade.aws.text;

/** A stretch of a string that is looked at without being copied. Reused; not thread-safe. */
public final class CharSlice {
  private String text = "";
  private int from;
  private int to;

  public CharSlice set(String text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
    return this;
  }

  public CharSlice set(String text) {
    return set(text, 0, text.length());
  }

  /** The same without white space at its ends. */
  CharSlice trim() {
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    while (from < to && text.charAt(to - 1) <= ' ') {
      to--;
    }
    return this;
  }

  public void clear() {
    set("", 0, 0);
  }

  public int length() {
    return to - from;
  }

  public boolean isEmpty() {
    return from == to;
  }

  public char charAt(int index) {
    return text.charAt(from + index);
  }

  /** Position of the character at or after a position, or -1. */
  public int indexOf(char c, int start) {
    int found = text.indexOf(c, from + start);
    return found < 0 || found >= to ? -1 : found - from;
  }

  /** Position of the last such character before a position, or -1. */
  public int lastIndexOf(char c, int end) {
    int found = text.lastIndexOf(c, from + end - 1);
    return found < from ? -1 : found - from;
  }

  /** Makes another span the part of this one. */
  public void part(int start, int end, CharSlice other) {
    other.set(text, from + start, from + end);
  }

  public boolean is(String other) {
    return length() == other.length() && text.regionMatches(from, other, 0, length());
  }

  boolean startsWith(String prefix) {
    return prefix.length() <= length() && text.startsWith(prefix, from);
  }

  /** Whether a stretch of it that is as long as a name is that name, in any case. */
  public boolean isName(int start, String name) {
    int length = name.length();
    for (int i = 0; i < length; i++) {
      char one = text.charAt(from + start + i);
      char other = name.charAt(i);
      if (one != other && HeaderNames.lower(one) != HeaderNames.lower(other)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it stands in a string from an index on. */
  public boolean standsIn(String other, int index) {
    return other.regionMatches(index, text, from, length());
  }

  public long hash(long start) {
    return SeededHash.add(start, text, from, to);
  }

  public void appendTo(int start, int end, ByteBuilder out) {
    out.addWire(text, from + start, from + end);
  }

  void appendTo(ByteBuilder out) {
    out.addWire(text, from, to);
  }

  boolean readHex(byte[] out) {
    return Hex.read(text, from, to, out);
  }

  public String copy() {
    return text.substring(from, to);
  }

  /** Says nothing: it may be a part of a signature or a token. */
  @Override
  public String toString() {
    return "Span";
  }
}
