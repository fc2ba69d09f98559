package dev.stockade.aws.keys;

import dev.stockade.aws.text.BoundedTable;
import dev.stockade.aws.text.SeededHash;
import dev.stockade.aws.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** The record of a signature that a signer of this process made: hashes, no values. */
public final class SignedRequest extends BoundedTable.Entry<SignedRequest> {
  private static final long LIFE = TimeUnit.MINUTES.toNanos(15);

  private final long at = System.nanoTime();
  private final byte[] digest;
  private final long[] lines;
  private final String payloadHash;
  private final long scope;

  private SignedRequest(long hash, byte[] digest, long[] lines, String payloadHash, long scope) {
    super(hash);
    this.digest = digest;
    this.lines = lines;
    this.payloadHash = payloadHash;
    this.scope = scope;
  }

  /**
   * Takes a canonical request apart from its end, as a value might hold a line feed.
   *
   * @param scope hash of the credential scope; 0 when it is not known
   * @return null for what is no canonical request
   */
  static SignedRequest of(long hash, String canonicalRequest, long scope) {
    int beforePayload = canonicalRequest.lastIndexOf('\n');
    int beforeSigned = canonicalRequest.lastIndexOf('\n', beforePayload - 1);
    if (beforeSigned < 1 || canonicalRequest.charAt(beforeSigned - 1) != '\n') {
      return null;
    }
    byte[] bytes = canonicalRequest.getBytes(StandardCharsets.UTF_8);
    int signed = canonicalRequest.length() - beforeSigned;
    long[] lines = lines(bytes, signed);
    if (lines == null) {
      return null;
    }
    byte[] digest = new byte[Sha256.LENGTH];
    new Sha256().of(bytes, 0, bytes.length, digest);
    Arrays.fill(bytes, (byte) 0);
    return new SignedRequest(
        hash, digest, lines, canonicalRequest.substring(beforePayload + 1), scope);
  }

  /** Hashes of all lines but the payload's: method, path, query, headers, list of headers. */
  private static long[] lines(byte[] bytes, int charactersAtEnd) {
    long[] lines = new long[16];
    int count = 0;
    int from = 0;
    // The list of headers and the payload hash are ASCII, so characters are bytes there.
    int end = bytes.length - charactersAtEnd;
    for (int i = 0; i < end; i++) {
      if (bytes[i] == '\n') {
        if (count == lines.length - 1) {
          lines = Arrays.copyOf(lines, count * 2 + 2);
        }
        lines[count++] = SeededHash.of(bytes, from, i);
        from = i + 1;
      }
    }
    int to = end + 1;
    while (to < bytes.length && bytes[to] != '\n') {
      to++;
    }
    lines[count++] = SeededHash.of(bytes, end + 1, to);
    return count < 4 ? null : Arrays.copyOf(lines, count);
  }

  boolean isOver() {
    return System.nanoTime() - at > LIFE;
  }

  public boolean isOf(byte[] canonicalDigest) {
    return Arrays.equals(digest, canonicalDigest);
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
    return lines.length - 4;
  }

  public boolean isSignedHeaders(long hash) {
    return lines[lines.length - 1] == hash;
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
