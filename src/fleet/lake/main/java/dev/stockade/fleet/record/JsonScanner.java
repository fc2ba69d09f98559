package dev.stockade.fleet.record;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Goes through the bytes of one line of JSON (RFC 8259) and makes no tree of it. What breaks a rule
 * of JSON's is an {@link UnreadableLine}.
 *
 * <p>Used by one thread.
 */
final class JsonScanner {
  private static final int MAX_DEPTH = 64;

  private byte[] line;
  private int at;
  private int end;

  // The string that was scanned last, without its quotes.
  private int textStart;
  private int textEnd;
  private int textHash;
  private boolean hasEscapes;

  /** Whether the text that was scanned last, and any of the line, is more than ASCII. */
  private boolean isWide;

  private boolean isLineWide;

  void start(byte[] bytes, int from, int to) {
    line = bytes;
    at = from;
    end = to;
    isLineWide = false;
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

  /** Throws where bytes between two places of the line are no UTF-8. */
  void checkEncoding(int from) throws UnreadableLine {
    if (isLineWide) {
      decode(from, end);
    }
  }

  private CharBuffer decode(int from, int to) throws UnreadableLine {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(line, from, to - from));
    } catch (CharacterCodingException e) {
      throw new UnreadableLine("not UTF-8");
    }
  }

  /** Takes a string. */
  void string() throws UnreadableLine {
    take('"');
    byte[] bytes = line;
    int stop = end;
    int next = at;
    int hash = 0;
    int all = 0;
    boolean escapes = false;
    textStart = next;
    while (next < stop) {
      byte c = bytes[next++];
      if (c == '"') {
        textEnd = next - 1;
        textHash = hash;
        hasEscapes = escapes;
        isWide = all < 0;
        isLineWide |= isWide;
        at = next;
        return;
      }
      if (c == '\\') {
        escapes = true;
        next++;
      } else if (c >= 0 && c < ' ') {
        throw new UnreadableLine("a control character stands within a text");
      }
      all |= c;
      hash = 31 * hash + c;
    }
    throw noObject();
  }

  /** The string that was scanned last. */
  String text(TextCache cache) throws UnreadableLine {
    if (hasEscapes) {
      return unescaped(decode(textStart, textEnd));
    }
    return isWide
        ? decode(textStart, textEnd).toString()
        : cache.of(line, textStart, textEnd, textHash);
  }

  private static String unescaped(CharBuffer text) throws UnreadableLine {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        plain.append(c);
        continue;
      }
      c = text.charAt(++i);
      int known = "\"\\/bfnrt".indexOf(c);
      if (known >= 0) {
        plain.append("\"\\/\b\f\n\r\t".charAt(known));
      } else if (c == 'u' && i + 4 < text.length()) {
        plain.append((char) hex(text, i + 1));
        i += 4;
      } else {
        throw new UnreadableLine("a text has an escape that JSON does not know");
      }
    }
    return plain.toString();
  }

  private static int hex(CharBuffer text, int from) throws UnreadableLine {
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        throw new UnreadableLine("a text has an escape that JSON does not know");
      }
      value = value << 4 | digit;
    }
    return value;
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
