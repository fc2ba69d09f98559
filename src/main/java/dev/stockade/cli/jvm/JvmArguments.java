package dev.stockade.cli.jvm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arguments that a JVM was started with: options, then a main class or -jar FILE, then its
 * arguments.
 */
public final class JvmArguments {
  private static final List<String> WITH_VALUE =
      Arrays.asList(
          "-cp",
          "-classpath",
          "--class-path",
          "-p",
          "--module-path",
          "--upgrade-module-path",
          "--add-modules",
          "--limit-modules",
          "--add-reads",
          "--add-exports",
          "--add-opens",
          "--patch-module",
          "--enable-native-access",
          "--source");

  private final List<String> options = new ArrayList<>();
  private String main = "";

  /**
   * @param commandLine the launcher and its words; may be empty
   */
  JvmArguments(List<String> commandLine) {
    int at = 1;
    while (at < commandLine.size() && main.isEmpty()) {
      String word = commandLine.get(at++);
      boolean toMain = word.equals("-jar") || word.equals("-m") || word.equals("--module");
      if (toMain && at < commandLine.size()) {
        main = commandLine.get(at);
      } else if (WITH_VALUE.contains(word) && at < commandLine.size()) {
        options.add(word + "=" + commandLine.get(at++));
      } else if (word.startsWith("-") || word.startsWith("@")) {
        options.add(word);
      } else {
        main = word;
      }
    }
  }

  /** With what the JVM itself says of its options, which include those of JAVA_TOOL_OPTIONS. */
  public JvmArguments with(String sunJvmArgs) {
    if (sunJvmArgs != null) {
      options.addAll(Arrays.asList(sunJvmArgs.split(" ")));
    }
    return this;
  }

  /** Class, or file of -jar; empty when it is not to be seen. */
  public String main() {
    return main;
  }

  /** The last -XX:+NAME or -XX:-NAME wins. */
  boolean flag(String name, boolean fallback) {
    boolean value = fallback;
    for (String option : options) {
      if (option.equals("-XX:+" + name)) {
        value = true;
      } else if (option.equals("-XX:-" + name)) {
        value = false;
      }
    }
    return value;
  }

  /** Whether the flag was given at all. */
  boolean has(String flag) {
    return options.contains("-XX:+" + flag) || options.contains("-XX:-" + flag);
  }

  /** What follows the name of a Stockade jar; empty when there is none or it has no options. */
  public Map<String, String> stockadeOptions() {
    Map<String, String> all = new LinkedHashMap<>();
    for (String option : options) {
      if (option.matches("-javaagent:[^=]*stockade[^=/]*\\.jar=.*")) {
        for (String part : option.substring(option.indexOf('=') + 1).split(",", 0)) {
          int equals = part.indexOf('=');
          if (equals > 0 && !part.startsWith("jar=")) {
            all.put(part.substring(0, equals).trim(), part.substring(equals + 1).trim());
          }
        }
      }
    }
    return all;
  }

  /** Files or names of agents, Java and native, each once, without their options. */
  public List<String> agents() {
    List<String> agents = new ArrayList<>();
    for (String option : options) {
      if (option.startsWith("-javaagent:")
          || option.startsWith("-agentpath:")
          || option.startsWith("-agentlib:")) {
        // What follows the = may hold a licence key or a password.
        String agent = option.substring(option.indexOf(':') + 1).split("=", 2)[0];
        if (!agents.contains(agent)) {
          agents.add(agent);
        }
      }
    }
    return agents;
  }
}
