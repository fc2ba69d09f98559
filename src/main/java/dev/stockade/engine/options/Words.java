package dev.stockade.engine.options;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The argument of an agent that comes while the program runs: options, and words of the command
 * line that are none, which start with {@code attach.}.
 */
public final class Words {
  private static final String OWN = "attach.";

  /** What the command line has learned of an engine that cannot hand over. */
  private static final String KEPT = "kept.";

  private final Map<String, String> own = new LinkedHashMap<String, String>();
  private final Map<String, String> options = new LinkedHashMap<String, String>();
  private final StringBuilder rest = new StringBuilder();

  private Words() {}

  public static Words of(String argument) {
    Words words = new Words();
    for (String part : (argument == null ? "" : argument).split(",", 0)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part.trim() : part.substring(0, equals).trim();
      if (name.startsWith(OWN)) {
        words.own.put(name.substring(OWN.length()), part.substring(equals + 1).trim());
      } else {
        words.rest.append(words.rest.length() == 0 ? "" : ",").append(part);
        if (equals >= 0) {
          words.options.put(name, part.substring(equals + 1).trim());
        }
      }
    }
    return words;
  }

  /** The options as they were written. */
  public String rest() {
    return rest.toString();
  }

  /** The options by name. */
  public Map<String, String> options() {
    return options;
  }

  /** Whether nothing of what runs goes on but what this argument names. */
  public boolean isReset() {
    return own.containsKey("reset");
  }

  public boolean isDowngrade() {
    return own.containsKey("downgrade");
  }

  /** Options of the previous engine, by name. */
  public Map<String, String> kept() {
    Map<String, String> kept = new LinkedHashMap<String, String>();
    for (Map.Entry<String, String> one : own.entrySet()) {
      if (one.getKey().startsWith(KEPT)) {
        kept.put(one.getKey().substring(KEPT.length()), one.getValue());
      }
    }
    return kept;
  }

  /** By which the asking process knows the reply; null where another tool loaded the agent. */
  public String id() {
    return own.get("id");
  }
}
