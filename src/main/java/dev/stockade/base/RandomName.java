package dev.stockade.base;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Makes names that no other process has: unique, not secret. Not by a SecureRandom, which would
 * wake up the security providers of the host and may wait for entropy.
 */
public final class RandomName {
  /** The kernel's own, 36 characters of a UUID (random(4)). */
  private static final String KERNEL = "/proc/sys/kernel/random/uuid";

  private RandomName() {}

  /** 16 hexadecimal digits. */
  public static String next() {
    String kernels = digits(uuid());
    return kernels == null ? ofClocks() : kernels;
  }

  /** Without the digits that say which kind of UUID it is; null where there is none. */
  static String digits(String uuid) {
    if (uuid.length() != 36) {
      return null;
    }
    String digits = uuid.substring(0, 8) + uuid.substring(28);
    return digits.matches("[0-9a-f]{16}") ? digits : null;
  }

  /** Two processes that start in the same millisecond still differ in their ids or hosts. */
  static String ofClocks() {
    long bits = ThreadLocalRandom.current().nextLong() ^ System.nanoTime();
    String host = String.valueOf(ProcessNames.host());
    bits += ProcessNames.pid() * 0x9e3779b97f4a7c15L ^ (long) host.hashCode() << 32;
    String hex = Long.toHexString(bits);
    return "0000000000000000".substring(hex.length()) + hex;
  }

  private static String uuid() {
    byte[] bytes = new byte[36];
    try (InputStream in = new FileInputStream(KERNEL)) {
      return in.read(bytes) == bytes.length ? new String(bytes, StandardCharsets.US_ASCII) : "";
    } catch (IOException | RuntimeException e) {
      return "";
    }
  }
}
