package dev.stockade.base;

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
      // Not by a charset: looking one up by its name costs more than all of this at start.
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < length; i++) {
        text.append((char) bytes[i]);
      }
      return text.toString().trim();
    } catch (IOException e) {
      return "unknown";
    }
  }
}
