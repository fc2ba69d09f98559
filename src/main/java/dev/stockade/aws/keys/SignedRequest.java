package dev.stockade.aws.keys;

import dev.stockade.aws.text.ByteBuilder;
import dev.stockade.aws.text.Fingerprint;
import dev.stockade.aws.text.SeededHash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** The record of a signature that a signer of this process made: hashes, no values. */
public final class SignedRequest {
  private static final long LIFE = TimeUnit.MINUTES.toNanos(15);
  private static final int USUAL_LINES = 16;

  final long hash;
  private final long at = System.nanoTime();
  private final Fingerprint whole;
  private final long[] lines;
  private final int count;
  private final String payloadHash;
  private final long scope;

  private SignedRequest(
      long hash, Fingerprint whole, long[] lines, int count, String payloadHash, long scope) {
    this.hash = hash;
    this.whole = whole;
    this.lines = lines;
    this.count = count;
    this.payloadHash = payloadHash;
    this.scope = scope;
  }

  /**
   * Takes a canonical request apart from its end, as a value might hold a line feed.
   *
   * @param hash of the signature
   * @param scope hash of the credential scope; 0 when it is not known
   * @param bytes written to and wiped
   * @return null for what is no canonical request
   */
  static SignedRequest of(long hash, String canonicalRequest, long scope, ByteBuilder bytes) {
    int beforePayload = canonicalRequest.lastIndexOf('\n');
    int beforeSigned = canonicalRequest.lastIndexOf('\n', beforePayload - 1);
    if (beforeSigned < 1 || canonicalRequest.charAt(beforeSigned - 1) != '\n') {
      return null;
    }
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
      return of(hash, text, signed, scope, bytes);
    } finally {
      bytes.wipe();
    }
  }

  /** Hashes the whole and all lines but the payload's: method, path, query, headers, their list. */
  private static SignedRequest of(
      long hash, String text, int charactersAtEnd, long scope, ByteBuilder bytes) {
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
    return count < 4
        ? null
        : new SignedRequest(
            hash,
            new Fingerprint().read(bytes.array(), 0, bytes.size()),
            lines,
            count,
            text.substring(beforePayload + 1),
            scope);
  }

  boolean isOver() {
    return System.nanoTime() - at > LIFE;
  }

  /** Whether this is the canonical request that was signed. */
  public boolean isOf(Fingerprint canonicalRequest) {
    return whole.is(canonicalRequest);
  }

  public boolean knowsScope() {
    return scope != 0;
  }

  public boolean isScope(long hash) {
    return scope == hash;
  }

  public boolean isMethod(long hash) {
    return lines[0] == hash;
  }

  public boolean isPath(long hash) {
    return lines[1] == hash;
  }

  public boolean isQuery(long hash) {
    return lines[2] == hash;
  }

  public boolean isHeader(int line, long hash) {
    return lines[3 + line] == hash;
  }

  public int headers() {
    return count - 4;
  }

  public boolean isSignedHeaders(long hash) {
    return lines[count - 1] == hash;
  }

  /** A hash of the body, or a marker in its place. */
  public String payloadHash() {
    return payloadHash;
  }

  /** Says nothing of what was signed. */
  @Override
  public String toString() {
    return "SignedRequest";
  }
}
