package dev.stockade.base;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The name of a file's content in records. */
public final class Digest {
  private Digest() {}

  /** {@code sha256:} and the hash in hexadecimal. Wakes up the security providers of the host. */
  public static String of(byte[] file) {
    try {
      return "sha256:" + hex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM must have SHA-256, this one does not", e);
    }
  }

  private static String hex(byte[] bytes) {
    StringBuilder hex = new StringBuilder(2 * bytes.length);
    for (byte b : bytes) {
      hex.append(Character.forDigit((b >> 4) & 0xf, 16)).append(Character.forDigit(b & 0xf, 16));
    }
    return hex.toString();
  }
}
