package dev.stockade.cli.request;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** The bytes of a text file, without what editors and shells put around them. */
final class TextBytes {
  /** A longer line starts no request, so that no pattern is tried on it. */
  static final int MAX_SHAPE = 1 << 17;

  private TextBytes() {}

  /** Without a byte order mark; in UTF-8 when that says UTF-16, as PowerShell writes it. */
  static byte[] plain(byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return Arrays.copyOfRange(bytes, 3, bytes.length);
    }
    return starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)
        ? new String(bytes, UTF_16).getBytes(UTF_8)
        : bytes;
  }

  private static boolean starts(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  static int firstVisible(byte[] bytes) {
    for (byte one : bytes) {
      if (one > ' ') {
        return one;
      }
    }
    return -1;
  }
}
