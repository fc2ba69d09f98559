package dev.stockade.cli.jvm;

import dev.stockade.base.JvmProperties;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The properties in which an engine describes itself. They stand among the system properties, which
 * a program may drop, and among the agent properties, which it cannot reach: the latter are right
 * where the two differ.
 */
final class OwnProperties {
  private OwnProperties() {}

  static Map<String, String> over(Map<String, String> system, Map<String, String> agent) {
    Map<String, String> all = new LinkedHashMap<>(system);
    agent.forEach(
        (name, value) -> {
          if (name.startsWith(JvmProperties.PREFIX)) {
            all.put(name, value);
          }
        });
    return all;
  }
}
