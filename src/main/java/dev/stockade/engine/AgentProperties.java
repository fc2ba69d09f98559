package dev.stockade.engine;

import dev.stockade.base.JvmProperties;
import java.nio.charset.StandardCharsets;

/**
 * How an engine does, for whoever attaches, among what the JVM tells of itself then. Loading the
 * agent to ask it would make JDK 21 and newer write four lines on the program's stderr each time.
 */
final class AgentProperties {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private AgentProperties() {}

  /**
   * @param properties in the form of {@link java.util.Properties#store}
   */
  static byte[] with(Engine engine, byte[] properties) {
    String status = new StatusReport(engine, engine.controlIfAny()).members();
    byte[] line =
        ("\n" + JvmProperties.STATUS + "={" + escaped(status) + "}\n").getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[properties.length + line.length];
    System.arraycopy(properties, 0, all, 0, properties.length);
    System.arraycopy(line, 0, all, properties.length, line.length);
    return all;
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 64);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        out.append("\\\\");
      } else if (c >= ' ' && c <= '~') {
        out.append(c);
      } else {
        out.append("\\u").append(HEX[c >> 12]).append(HEX[c >> 8 & 15]);
        out.append(HEX[c >> 4 & 15]).append(HEX[c & 15]);
      }
    }
    return out.toString();
  }
}
