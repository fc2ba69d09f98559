package dev.stockade.fleet.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The first 64 bits of the SHA-256 of a line's bytes, without its line feed. Where the host of a
 * journal is told apart, it stands before the line: two hosts may have written the same.
 *
 * <p>Used by one thread.
 */
final class LineHash {
  private final MessageDigest digest;

  LineHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Each JVM has it.
    }
  }

  long of(byte[] line, int from, int to, String host) {
    if (host != null) {
      digest.update(host.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
    }
    digest.update(line, from, to - from);
    byte[] sum = digest.digest();
    long hash = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      hash = hash << 8 | (sum[i] & 0xff);
    }
    return hash;
  }
}
