package dev.stockade.aws.sigv4.canonical;

import dev.stockade.aws.text.ByteBuilder;
import dev.stockade.aws.text.HeaderNames;
import dev.stockade.aws.text.PercentEncoding;
import java.util.Arrays;

/**
 * The forms of the query: parameters decoded, encoded by RFC 3986 and sorted by name, then value
 * (AWS General Reference, "Create a canonical request"). Clients send {@code +} for a space; some
 * signers mean a plus by it, sort what is on the wire, or leave out what has no name. The token of
 * a presigned URL may stand outside the signature (AWS IoT wants it so).
 */
final class CanonicalQuery {
  /** More parameters than this are not looked at. */
  static final int MAX = 1024;

  /** There is room for so many at first: most requests have fewer, and each thread its own room. */
  private static final int USUAL = 16;

  private static final int PLUS = 1;
  private static final int RAW = 2;
  private static final int NAMED_ONLY = 4;
  private static final int NO_TOKEN = 8;

  private final ByteBuilder pairs = new ByteBuilder();

  /** For each pair: start, equals sign or end of the name, start of the value, end. */
  private int[] marks = new int[4 * USUAL];

  private int[] order = new int[USUAL];
  private int[] spare = new int[USUAL];
  private int count;
  private boolean plus;
  private boolean nameless;
  private boolean token;

  void usual(ByteBuilder wire, int from, boolean presigned, CanonicalVariants out) {
    plus = false;
    nameless = false;
    token = false;
    write(wire, from, presigned, 0, out);
    out.end(null);
  }

  void others(ByteBuilder wire, int from, boolean presigned, CanonicalVariants out) {
    if (from >= wire.size()) {
      return;
    }
    if (presigned && token) {
      write(wire, from, presigned, NO_TOKEN, out);
      out.end(null);
    }
    if (plus) {
      write(wire, from, presigned, PLUS, out);
      out.end("a plus in the query was signed as a plus; AWS reads it as a space");
    }
    write(wire, from, presigned, RAW, out);
    out.end("the query was signed as it is sent; AWS decodes and encodes it again");
    if (nameless) {
      write(wire, from, presigned, NAMED_ONLY, out);
      out.end("a query parameter without a name was left out when signing");
    }
  }

  void wipe() {
    pairs.wipe();
  }

  /** Whether there are more parameters than are looked at. */
  static boolean isTooLong(ByteBuilder wire, int from) {
    int pairs = 1;
    for (int i = from; i < wire.size(); i++) {
      if (wire.array()[i] == '&') {
        pairs++;
      }
    }
    return pairs > MAX;
  }

  private void write(
      ByteBuilder wire, int from, boolean presigned, int how, CanonicalVariants out) {
    pairs.cut(0);
    count = 0;
    byte[] query = wire.array();
    int at = from;
    while (at < wire.size()) {
      int to = at;
      while (to < wire.size() && query[to] != '&') {
        to++;
      }
      if (to > at) {
        pair(query, at, to, presigned, how);
      }
      at = to + 1;
    }
    sort();
    for (int i = 0; i < count; i++) {
      int mark = 4 * order[i];
      if (i > 0) {
        out.text.add('&');
      }
      out.text.add(pairs.array(), marks[mark], marks[mark + 1]);
      out.text.add('=');
      out.text.add(pairs.array(), marks[mark + 2], marks[mark + 3]);
    }
  }

  private void pair(byte[] query, int from, int to, boolean presigned, int how) {
    int equals = from;
    while (equals < to && query[equals] != '=') {
      equals++;
    }
    if (presigned && is(query, from, equals, "X-Amz-Signature")) {
      return;
    }
    if (presigned && is(query, from, equals, "X-Amz-Security-Token")) {
      token = true;
      if ((how & NO_TOKEN) != 0) {
        return;
      }
    }
    if (from == equals) {
      nameless = true;
      if ((how & NAMED_ONLY) != 0) {
        return;
      }
    }
    if (count == order.length) {
      marks = Arrays.copyOf(marks, 2 * marks.length);
      order = Arrays.copyOf(order, 2 * count);
      spare = new int[2 * count];
    }
    int mark = 4 * count;
    order[count] = count;
    count++;
    marks[mark] = pairs.size();
    part(query, from, equals, how);
    marks[mark + 1] = pairs.size();
    marks[mark + 2] = pairs.size();
    part(query, Math.min(equals + 1, to), to, how);
    marks[mark + 3] = pairs.size();
  }

  private void part(byte[] query, int from, int to, int how) {
    if ((how & RAW) != 0) {
      pairs.add(query, from, to);
      return;
    }
    for (int i = from; i < to; i++) {
      int escaped = PercentEncoding.escaped(query, i, to);
      if (escaped >= 0) {
        i += 2;
        PercentEncoding.encode(escaped, pairs);
      } else if (query[i] == '+') {
        plus = true;
        PercentEncoding.encode((how & PLUS) != 0 ? '+' : ' ', pairs);
      } else {
        PercentEncoding.encode(query[i], pairs);
      }
    }
  }

  private static boolean is(byte[] query, int from, int to, String name) {
    if (to - from != name.length()) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (HeaderNames.lower((char) query[i]) != HeaderNames.lower(name.charAt(i - from))) {
        return false;
      }
    }
    return true;
  }

  /** Merges runs of growing length, so that no order of parameters makes it slow. */
  private void sort() {
    for (int run = 1; run < count; run *= 2) {
      for (int from = 0; from + run < count; from += 2 * run) {
        merge(from, from + run, Math.min(from + 2 * run, count));
      }
    }
  }

  private void merge(int from, int middle, int to) {
    System.arraycopy(order, from, spare, from, middle - from);
    int left = from;
    int right = middle;
    for (int i = from; left < middle; i++) {
      boolean fromRight = right < to && compare(order[right], spare[left]) < 0;
      order[i] = fromRight ? order[right++] : spare[left++];
    }
  }

  private int compare(int one, int other) {
    int byName = compare(4 * one, 4 * other, 0);
    return byName != 0 ? byName : compare(4 * one, 4 * other, 2);
  }

  private int compare(int one, int other, int part) {
    byte[] array = pairs.array();
    int from = marks[one + part];
    int otherFrom = marks[other + part];
    int length = marks[one + part + 1] - from;
    int otherLength = marks[other + part + 1] - otherFrom;
    for (int i = 0; i < Math.min(length, otherLength); i++) {
      int difference = (array[from + i] & 0xFF) - (array[otherFrom + i] & 0xFF);
      if (difference != 0) {
        return difference;
      }
    }
    return length - otherLength;
  }
}
