package dev.stockade.cli.journal;

import dev.stockade.journal.record.RecordFields;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Splits a line as this product writes it into what the record tells and what each record has of
 * its own: time, number, count, hash, duration, the ids of an answer, a client's passing port. Two
 * lines with the same {@link #key} are the same JSON but for the values that were taken out, which
 * have been checked here. Whatever is unusual, such as a blank or an escaped name, is left to the
 * parser.
 *
 * <p>Used by one thread.
 */
final class LineScanner {
  /** Longer than any record of ours; others are not worth remembering. */
  static final int MAX_LENGTH = 8192;

  private static final byte[] TIME = ascii(RecordFields.TIME);
  private static final byte[] FIRST = ascii(RecordFields.FIRST);
  private static final byte[] LAST = ascii(RecordFields.LAST);
  private static final byte[] COUNT = ascii(RecordFields.COUNT);
  private static final byte[] SEQ = ascii(RecordFields.SEQ);
  private static final byte[] PREV = ascii(RecordFields.PREV);
  private static final byte[] PEER = ascii(RecordFields.PEER);
  private static final byte[] PORT = ascii(RecordFields.PORT);
  private static final byte[] DIRECTION = ascii(RecordFields.DIRECTION);
  private static final byte[] DURATION = ascii(RecordFields.DURATION_MILLIS);
  private static final byte[] REQUEST_ID = ascii(RecordFields.REQUEST_ID);
  private static final byte[] LONG_ID = ascii(RecordFields.EXTENDED_REQUEST_ID);
  private static final byte[] LOCAL = ascii(RecordFields.LOCAL);
  private static final byte[] INBOUND = ascii("\"in\"");
  private static final byte[] OUTBOUND = ascii("\"out\"");
  private static final int MAX_DIGITS = 18;

  private final byte[] key = new byte[MAX_LENGTH + Words.BYTES];
  private final ByteBuffer keyWords = Words.of(key);
  private int keyLength;
  private int hash;
  private byte[] line;
  private ByteBuffer lineWords;
  private int at;
  private int end;
  private boolean hasDirection;
  private boolean isInbound;
  private boolean isOutbound;
  private boolean isOfPeer;
  private boolean isOfOwn;
  private long time;
  private long first;
  private long last;
  private long count;

  /** Goes through a line; false where it is not as usual. */
  boolean scan(byte[] bytes, int from, int to) {
    if (to - from > MAX_LENGTH) {
      return false;
    }
    if (line != bytes) {
      line = bytes;
      lineWords = Words.of(bytes);
    }
    at = from;
    end = to;
    keyLength = 0;
    hasDirection = false;
    isInbound = false;
    isOutbound = false;
    isOfPeer = false;
    isOfOwn = false;
    time = StrictTime.NONE;
    first = StrictTime.NONE;
    last = StrictTime.NONE;
    count = 1;
    if (!members()) {
      return false;
    }
    hash = Words.hash(keyWords, keyLength);
    return true;
  }

  private boolean members() {
    int depth = 0;
    while (at < end) {
      byte c = line[at];
      if (c == '"') {
        int start = at + 1;
        if (!string()) {
          return false;
        }
        if (at < end && line[at] == ':' && depth <= 2 && !member(start, at - 1, depth)) {
          return false;
        }
      } else if (c > ' ') {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        add(c);
        at++;
      } else {
        return false;
      }
    }
    return time != StrictTime.NONE;
  }

  /** Takes a string into the key. Most of a line is strings: eight bytes at a time. */
  private boolean string() {
    int stop = end;
    int next = at + 1;
    int length = keyLength;
    key[length++] = '"';
    while (next < stop) {
      if (stop - next >= Words.BYTES) {
        long word = lineWords.getLong(next);
        // What stands behind the last byte that counts is written over by what comes next.
        keyWords.putLong(length, word);
        int plain = Words.plainBytes(word);
        next += plain;
        length += plain;
        if (plain == Words.BYTES) {
          continue;
        }
      }
      byte c = line[next++];
      key[length++] = c;
      if (c == '"') {
        at = next;
        keyLength = length;
        return true;
      }
      if (c == '\\') {
        if (next == stop) {
          return false;
        }
        key[length++] = line[next++];
      } else if (c >= 0 && c < ' ') {
        return false;
      }
    }
    return false;
  }

  /** Takes a value out where its member is one that each record has of its own. */
  private boolean member(int start, int stop, int depth) {
    if (depth == 1) {
      isOfPeer = is(PEER, start, stop);
      isOfOwn = is(LOCAL, start, stop);
      if (is(DIRECTION, start, stop)) {
        if (hasDirection) {
          return false;
        }
        hasDirection = true;
        isInbound = startsWith(INBOUND, at + 1);
        isOutbound = startsWith(OUTBOUND, at + 1);
      }
      if (is(TIME, start, stop)) {
        time = takeTime();
        return time != StrictTime.NONE;
      }
      if (is(FIRST, start, stop)) {
        first = takeTime();
        return first != StrictTime.NONE;
      }
      if (is(LAST, start, stop)) {
        last = takeTime();
        return last != StrictTime.NONE;
      }
      if (is(COUNT, start, stop)) {
        count = number();
        return count > 0;
      }
      return is(SEQ, start, stop) ? number() > 0 : !is(PREV, start, stop) || plain();
    }
    if (depth == 2) {
      // The client's, which is a passing one by which nothing is decided.
      boolean isPassing = (isOfPeer && isInbound) || (isOfOwn && isOutbound);
      if ((isPassing && is(PORT, start, stop)) || is(DURATION, start, stop)) {
        long number = number();
        return number > 0 && number < Integer.MAX_VALUE;
      }
      return !(is(REQUEST_ID, start, stop) || is(LONG_ID, start, stop)) || plain();
    }
    return true;
  }

  private long takeTime() {
    add(line[at++]);
    if (at + StrictTime.LENGTH + 2 > end
        || line[at] != '"'
        || line[at + StrictTime.LENGTH + 1] != '"') {
      return StrictTime.NONE;
    }
    long millis = StrictTime.parse(line, at + 1);
    at += StrictTime.LENGTH + 2;
    return millis;
  }

  /** More than zero; 0 where there is none such. */
  private long number() {
    add(line[at++]);
    long number = 0;
    int digits = 0;
    while (at < end && line[at] >= '0' && line[at] <= '9' && digits <= MAX_DIGITS) {
      number = 10 * number + line[at++] - '0';
      digits++;
      if (number == 0) {
        return 0;
      }
    }
    boolean ends = at < end && (line[at] == ',' || line[at] == '}');
    return ends && digits <= MAX_DIGITS ? number : 0;
  }

  /** A string of ASCII without escapes. */
  private boolean plain() {
    add(line[at++]);
    if (at == end || line[at] != '"') {
      return false;
    }
    for (at++; at < end; at++) {
      byte c = line[at];
      if (c == '"') {
        at++;
        return true;
      }
      if (c < ' ' || c == '\\') {
        return false;
      }
    }
    return false;
  }

  private void add(byte c) {
    key[keyLength++] = c;
  }

  private boolean is(byte[] name, int start, int stop) {
    return stop - start == name.length && startsWith(name, start);
  }

  private boolean startsWith(byte[] text, int start) {
    if (start + text.length > end) {
      return false;
    }
    for (int i = 0; i < text.length; i++) {
      if (line[start + i] != text[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The line without what is its own; only {@link #keyLength()} bytes count. */
  ByteBuffer key() {
    return keyWords;
  }

  int keyLength() {
    return keyLength;
  }

  int hash() {
    return hash;
  }

  /** In milliseconds since the epoch, as the next two. */
  long time() {
    return time;
  }

  /** When it was seen first. */
  long first() {
    return first != StrictTime.NONE ? first : last();
  }

  long last() {
    return last != StrictTime.NONE ? last : time;
  }

  long count() {
    return count;
  }
}
