package dev.stockade.fleet.record;

import dev.stockade.cli.journal.Words;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Goes through the bytes of one line of JSON (RFC 8259) and makes no tree of it. What breaks a rule
 * of JSON's is an {@link UnreadableLine}.
 *
 * <p>Used by one thread.
 */
final class JsonScanner {
  private static final int MAX_DEPTH = 64;

  private byte[] line;
  private ByteBuffer words;
  private int at;
  private int end;

  // The string that was scanned last, without its quotes.
  private int textStart;
  private int textEnd;
  private int textHash;
  private boolean hasEscapes;

  /** Whether the text that was scanned last is more than ASCII. */
  private boolean isWide;

  /** Whether any text of the line is no UTF-8. */
  private boolean isBroken;

  void start(byte[] bytes, int from, int to) {
    // A word can be read at each place of the line.
    boolean isShort = to + Long.BYTES > bytes.length;
    byte[] whole = isShort ? Arrays.copyOfRange(bytes, from, to + Long.BYTES) : bytes;
    words = whole == line ? words : Words.of(whole);
    line = whole;
    at = isShort ? 0 : from;
    end = at + to - from;
    isBroken = false;
  }

  int at() {
    return at;
  }

  /** The bytes that {@link #textStart} and the like are places of. */
  byte[] raw() {
    return line;
  }

  int textStart() {
    return textStart;
  }

  int textEnd() {
    return textEnd;
  }

  int textHash() {
    return textHash;
  }

  boolean hasEscapes() {
    return hasEscapes;
  }

  /** The next byte that is no blank; it stays the next. */
  byte peek() throws UnreadableLine {
    while (at < end) {
      byte c = line[at];
      if (c != ' ' && c != '\t' && c != '\r') {
        return c;
      }
      at++;
    }
    throw noObject();
  }

  void take(char wanted) throws UnreadableLine {
    if (peek() != wanted) {
      throw noObject();
    }
    at++;
  }

  /** Takes a byte if it is the next one. */
  boolean takes(char wanted) throws UnreadableLine {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  private static UnreadableLine noObject() {
    return new UnreadableLine("not one whole JSON object");
  }

  /** Behind the object nothing may stand but blanks. */
  void finish() throws UnreadableLine {
    while (at < end) {
      byte c = line[at++];
      if (c != ' ' && c != '\t' && c != '\r') {
        throw noObject();
      }
    }
  }

  /** Throws when a text was no UTF-8. Outside of texts there is nothing but ASCII. */
  void checkEncoding() throws UnreadableLine {
    if (isBroken) {
      throw new UnreadableLine("not UTF-8");
    }
  }

  /** Takes a string. */
  void string() throws UnreadableLine {
    take('"');
    textStart = at;
    hasEscapes = false;
    long hash = 0;
    long all = 0;
    int next = at;
    while (next < end) {
      long word = words.getLong(next);
      int plain = Words.plainBytes(word);
      word = plain < Long.BYTES ? TextBytes.first(word, plain) : word;
      hash = TextBytes.hash(hash, word);
      all |= word;
      next += plain;
      if (plain == Long.BYTES) {
        continue;
      }
      byte c = line[next];
      if (next >= end || c == '"') {
        break;
      } else if (c != '\\') {
        throw new UnreadableLine("a control character stands within a text");
      }
      hasEscapes = true;
      next += 2;
    }
    if (next >= end) {
      throw noObject();
    }
    textEnd = next;
    textHash = (int) hash;
    at = next + 1;
    isWide = TextBytes.isWide(all);
    isBroken |= isWide && !TextBytes.isUtf8(line, textStart, textEnd);
  }

  /** The string that was scanned last. */
  String text(TextCache cache) throws UnreadableLine {
    if (hasEscapes) {
      return cache.made(Escapes.plain(raw(textStart, textEnd)));
    }
    return cache.of(line, textStart, textEnd, textHash, isWide);
  }

  /** Takes any value. */
  void skip() throws UnreadableLine {
    skip(0);
  }

  private void skip(int depth) throws UnreadableLine {
    if (depth > MAX_DEPTH) {
      throw new UnreadableLine("nested too deeply");
    }
    byte c = peek();
    if (c == '"') {
      string();
    } else if (c == '{') {
      at++;
      if (takes('}')) {
        return;
      }
      do {
        string();
        take(':');
        skip(depth + 1);
      } while (takes(','));
      take('}');
    } else if (c == '[') {
      at++;
      if (takes(']')) {
        return;
      }
      do {
        skip(depth + 1);
      } while (takes(','));
      take(']');
    } else {
      literal();
    }
  }

  /** Takes a number, true, false or null. */
  void literal() throws UnreadableLine {
    int start = at;
    while (at < end && isPart(line[at])) {
      at++;
    }
    if (!isLiteral(start)) {
      throw noObject();
    }
  }

  private static boolean isPart(byte c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || c == '-'
        || c == '+'
        || c == '.'
        || c == 'E';
  }

  private boolean isLiteral(int start) {
    byte first = start < at ? line[start] : 0;
    if (first == 't' || first == 'f' || first == 'n') {
      return is("true", start) || is("false", start) || is("null", start);
    }
    for (int i = start; i < at; i++) {
      if (line[i] < '0' || line[i] > '9') {
        String number = new String(line, start, at - start, StandardCharsets.US_ASCII);
        return number.matches("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?");
      }
    }
    return at > start && (first != '0' || at == start + 1);
  }

  /** Whether the literal that was taken is this word. */
  boolean is(String word, int start) {
    if (at - start != word.length()) {
      return false;
    }
    for (int i = start; i < at; i++) {
      if (line[i] != word.charAt(i - start)) {
        return false;
      }
    }
    return true;
  }

  /** The literal that was taken as a whole number of at most 18 digits; -1 for any other. */
  long whole(int start) {
    long number = at - start <= 18 ? 0 : -1;
    for (int i = start; i < at && number >= 0; i++) {
      int digit = line[i] - '0';
      number = digit >= 0 && digit <= 9 ? 10 * number + digit : -1;
    }
    return number;
  }

  /** A piece of the line as it is. */
  String raw(int from, int to) {
    return new String(line, from, to - from, StandardCharsets.UTF_8);
  }
}
