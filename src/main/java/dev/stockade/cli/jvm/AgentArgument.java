package dev.stockade.cli.jvm;

import dev.stockade.cli.command.CommandFailure;
import java.util.Map;

/** The argument that is passed to the agent: the jar, then options, with commas between them. */
public final class AgentArgument {
  /** HotSpot's attach protocol cuts off longer ones: ARG_LENGTH_MAX in attachListener.hpp. */
  private static final int MAX_LENGTH = 1024;

  private AgentArgument() {}

  public static String of(String jar, Map<String, String> options) {
    StringBuilder argument = new StringBuilder("jar=").append(jar);
    options.forEach((name, value) -> argument.append(',').append(name).append('=').append(value));
    check(jar, argument.toString());
    return argument.toString();
  }

  /** An option as a person writes it. */
  public static void addTo(Map<String, String> options, String written) {
    int equals = written.indexOf('=');
    if (equals < 1) {
      throw CommandFailure.usage("'" + written + "' is not name=value");
    }
    add(options, written.substring(0, equals), written.substring(equals + 1));
  }

  public static void add(Map<String, String> options, String name, String value) {
    if (value.indexOf(',') >= 0 || name.indexOf(',') >= 0) {
      throw CommandFailure.usage(
          "the value of " + name + " has a comma, which agent arguments cannot hold");
    }
    if (name.equals("jar") || name.equals("command") || name.equals("id")) {
      throw CommandFailure.usage("'" + name + "' is not an option");
    }
    if (options.containsKey(name)) {
      throw CommandFailure.usage("'" + name + "' is given twice: leave one out");
    }
    options.put(name, value);
  }

  static void check(String jar, String argument) {
    if (jar.length() + 1 + argument.length() >= MAX_LENGTH) {
      throw CommandFailure.usage(
          "the options are too long for attaching (1023 characters with the jar's path): put them"
              + " into a policy file");
    }
  }
}
