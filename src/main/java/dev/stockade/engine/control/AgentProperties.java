package dev.stockade.engine.control;

import dev.stockade.base.Json;
import dev.stockade.base.JvmProperties;
import dev.stockade.weave.HookHandler;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Adds the engine's status to what the JVM reports of itself to a process that attaches. Loading
 * the agent to ask it would make JDK 21 and newer write four lines on the program's stderr each
 * time.
 */
public final class AgentProperties implements HookHandler {
  private final Supplier<EngineState> engine;

  /**
   * @param engine asked each time, as the maker of this must not wait for an engine that leaves
   */
  public AgentProperties(Supplier<EngineState> engine) {
    this.engine = engine;
  }

  /** The value is what the JVM reports, in the form of {@link java.util.Properties#store}. */
  @Override
  public Object reached(int id, Object value, Object[] loads) {
    byte[] properties = (byte[]) value;
    String status = new StatusReport(engine.get()).members();
    byte[] line =
        ("\n" + JvmProperties.STATUS + "={" + escaped(status) + "}\n")
            .getBytes(StandardCharsets.US_ASCII);
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
        Json.escape(out, c);
      }
    }
    return out.toString();
  }
}
