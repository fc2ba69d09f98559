package dev.stockade.aws.keys;

import dev.stockade.aws.text.ByteBuilder;
import dev.stockade.aws.text.Fingerprint;
import dev.stockade.aws.text.SeededHash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The hashes of a canonical request and of each of its lines, without any value of it. */
final class LineHashes {
  private static final int USUAL_LINES = 16;

  /** Method, path, query, and the list of signed headers: of a request without headers. */
  private static final int MIN_LINES = 4;

  final Fingerprint whole;
  final String payloadHash;

  /** Method, path, query, headers, and the list of their names. */
  final long[] lines;

  final int count;

  private LineHashes(Fingerprint whole, long[] lines, int count, String payloadHash) {
    this.whole = whole;
    this.lines = lines;
    this.count = count;
    this.payloadHash = payloadHash;
  }

  /**
   * Takes a canonical request apart from its end, as a value might hold a line feed.
   *
   * @param canonicalRequest may be one, see {@link SignedRequest#isOne}
   * @param bytes written to and wiped
   * @return null for what is none
   */
  static LineHashes of(String canonicalRequest, ByteBuilder bytes) {
    int beforePayload = canonicalRequest.lastIndexOf('\n');
    int beforeSigned = canonicalRequest.lastIndexOf('\n', beforePayload - 1);
    // The list of headers and the payload hash are ASCII, so characters are bytes there.
    int signed = canonicalRequest.length() - beforeSigned;
    try {
      String text = canonicalRequest;
      if (!bytes.addIfAscii(text)) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes.add(utf8, 0, utf8.length);
        Arrays.fill(utf8, (byte) 0);
        // One character a byte.
        text = new String(bytes.array(), 0, bytes.size(), StandardCharsets.ISO_8859_1);
      }
      return of(text, signed, bytes);
    } finally {
      bytes.wipe();
    }
  }

  private static LineHashes of(String text, int charactersAtEnd, ByteBuilder bytes) {
    long[] lines = new long[USUAL_LINES];
    int count = 0;
    int end = text.length() - charactersAtEnd;
    int from = 0;
    for (int to = text.indexOf('\n'); to >= 0 && to < end; to = text.indexOf('\n', from)) {
      if (count == lines.length - 1) {
        lines = Arrays.copyOf(lines, count * 2 + 2);
      }
      lines[count++] = SeededHash.of(bytes.array(), from, to);
      from = to + 1;
    }
    int beforePayload = text.indexOf('\n', end + 1);
    if (beforePayload < 0) {
      return null;
    }
    lines[count++] = SeededHash.of(bytes.array(), end + 1, beforePayload);
    return count < MIN_LINES
        ? null
        : new LineHashes(
            new Fingerprint().read(bytes.array(), 0, bytes.size()),
            lines,
            count,
            text.substring(beforePayload + 1));
  }
}
