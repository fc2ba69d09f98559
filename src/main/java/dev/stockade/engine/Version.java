package dev.stockade.engine;

import java.io.IOException;
import java.io.InputStream;

/** The version that the build wrote into the jar. */
public final class Version {
  private Version() {}

  /** Such as {@code 0.1.0}; "unknown" when the jar lacks it. */
  public static String current() {
    InputStream in = Version.class.getResourceAsStream("/dev/stockade/version.txt");
    if (in == null) {
      return "unknown";
    }
    try {
      byte[] bytes = new byte[64];
      int length = in.read(bytes);
      in.close();
      return new String(bytes, 0, Math.max(0, length), "US-ASCII").trim();
    } catch (IOException e) {
      return "unknown";
    }
  }
}
