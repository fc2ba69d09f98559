package dev.stockade.base;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4), and the name that it gives to a file's content or a line in records. */
public final class Digest {
  private static final char[] DIGITS = "0123456789abcdef".toCharArray();

  private Digest() {}

  /** The name of a content. */
  public static String of(byte[] content) {
    return name(sha256().digest(content));
  }

  /** One that has read nothing. Wakes up the security providers of the host. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM must have SHA-256, this one does not", e);
    }
  }

  /** {@code sha256:} and the hash in hexadecimal. */
  public static String name(byte[] hash) {
    return "sha256:" + hex(hash);
  }

  /** Two digits a byte, letters in lower case. */
  public static String hex(byte[] bytes) {
    char[] hex = new char[2 * bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      hex[2 * i] = DIGITS[bytes[i] >> 4 & 15];
      hex[2 * i + 1] = DIGITS[bytes[i] & 15];
    }
    return new String(hex);
  }
}
