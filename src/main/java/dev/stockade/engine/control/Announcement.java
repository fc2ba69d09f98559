package dev.stockade.engine.control;

import dev.stockade.base.JvmProperties;
import dev.stockade.base.Version;
import dev.stockade.engine.hooks.GateDefinition;
import dev.stockade.engine.hooks.JavaBase;
import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The announcement of an engine to other processes: its version and mode, replies and live lines.
 *
 * <p>It stands twice. The system properties are where any process can see it, but programs replace
 * them, clear them or forbid writing to them. The agent properties are one object for the life of a
 * JVM, which no program reaches; they too are read by attaching.
 */
public final class Announcement {
  private static final String[] NAMES = {
    JvmProperties.VERSION, JvmProperties.MODE, JvmProperties.GIVEN_MODE
  };

  /** By this very object an engine knows that no later one has announced itself. */
  private String version;

  /** Says that this engine is the one, and keeps what the operator had set as the mode. */
  public void make(String mode) {
    String given = system(JvmProperties.MODE);
    if (given != null && get(JvmProperties.VERSION) == null) {
      put(JvmProperties.GIVEN_MODE, given);
    }
    version = Version.current();
    renew(mode);
  }

  /** Says it again, as the mode may be another one and the program may have dropped the rest. */
  public void renew(String mode) {
    put(JvmProperties.VERSION, version);
    put(JvmProperties.MODE, mode);
  }

  public String version() {
    return version;
  }

  /** The last engine leaves. */
  public void withdraw() {
    if (version == null) {
      // It failed before it had announced itself.
      return;
    }
    String given = get(JvmProperties.GIVEN_MODE);
    for (String name : NAMES) {
      remove(name);
    }
    if (given != null) {
      toSystem(JvmProperties.MODE, given);
    }
  }

  /** Another engine has taken over: an older one writes to the system properties alone. */
  @SuppressWarnings("ReferenceEquality")
  public void handOver() {
    Properties agent = agentProperties();
    if (version != null && agent != null && agent.get(JvmProperties.VERSION) == version) {
      agent
          .keySet()
          .removeIf(
              name ->
                  String.valueOf(name).startsWith(JvmProperties.PREFIX)
                      && !JvmProperties.SHARED.equals(name));
    }
  }

  /** The system properties with what the previous engine announced, if they lost it. */
  public static Properties properties(Instrumentation instrumentation) {
    Properties system = System.getProperties();
    if (system.getProperty(JvmProperties.VERSION) != null || !GateDefinition.isPresent()) {
      return system;
    }
    GateDefinition.open(instrumentation);
    Properties agent = agentProperties();
    if (agent == null || agent.getProperty(JvmProperties.VERSION) == null) {
      return system;
    }
    Properties all = new Properties();
    all.putAll(system);
    for (String name : NAMES) {
      if (agent.getProperty(name) != null) {
        all.put(name, agent.getProperty(name));
      }
    }
    return all;
  }

  /**
   * What all engines of this JVM share as long as it lives, by name; JRE types only. Where the JVM
   * has no agent properties each has its own.
   */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> shared() {
    Map<String, Object> own = new ConcurrentHashMap<String, Object>();
    Properties agent = agentProperties();
    Object before = agent == null ? null : agent.putIfAbsent(JvmProperties.SHARED, own);
    return before instanceof Map ? (Map<String, Object>) before : own;
  }

  static void put(String name, String value) {
    Properties agent = agentProperties();
    if (agent != null) {
      agent.put(name, value);
    }
    toSystem(name, value);
  }

  static String get(String name) {
    Properties agent = agentProperties();
    String value = agent == null ? null : agent.getProperty(name);
    return value == null ? system(name) : value;
  }

  static void remove(String name) {
    Properties agent = agentProperties();
    if (agent != null) {
      agent.remove(name);
    }
    try {
      System.clearProperty(name);
    } catch (RuntimeException e) {
      // The program's own kind of properties: it is its choice what they say.
    }
  }

  private static void toSystem(String name, String value) {
    try {
      System.setProperty(name, value);
    } catch (RuntimeException e) {
      // The program forbids it: it stands in the agent properties.
    }
  }

  private static String system(String name) {
    try {
      return System.getProperty(name);
    } catch (RuntimeException e) {
      return null;
    }
  }

  /** Null where this JVM has none. */
  private static Properties agentProperties() {
    try {
      if (GateDefinition.hasModules()) {
        return JavaBase.agentProperties();
      }
      return (Properties)
          Class.forName("sun.misc.VMSupport").getMethod("getAgentProperties").invoke(null);
    } catch (ReflectiveOperationException | LinkageError e) {
      return null;
    }
  }
}
