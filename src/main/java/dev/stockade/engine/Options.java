package dev.stockade.engine;

import dev.stockade.policy.file.PolicyFile;
import dev.stockade.policy.file.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * What the operator chose, from the agent argument, system properties and the environment, in this
 * order of precedence. A mistake costs one complaint and leaves the default; it never throws.
 */
final class Options {
  private static final String PROPERTY = "stockade.";
  private static final String VARIABLE = "STOCKADE_";

  /** Set by an engine that runs, or ran a moment ago, for others to read: not options. */
  private static final List<String> STATUS =
      Arrays.asList(
          Engine.VERSION_PROPERTY,
          Engine.GIVEN_MODE_PROPERTY,
          Replies.PROPERTY,
          LiveLines.PROPERTY);

  private final Map<Option, String> values = new EnumMap<Option, String>(Option.class);
  private final List<String> complaints = new ArrayList<String>();

  /** Whether a policy file that says a mode stands above the mode of the engine before. */
  private boolean fileBeatsKeptMode;

  private Options() {}

  /**
   * @param agentArgument {@code name=value,name=value}, or null
   */
  static Options read(
      String agentArgument, Properties properties, Map<String, String> environment) {
    Options options = new Options();
    options.takeAgentArgument(agentArgument);
    // The property then is the running engine's, not the operator's: who attaches with a policy
    // file wants what it says.
    options.fileBeatsKeptMode =
        properties.containsKey(Engine.VERSION_PROPERTY)
            && options.has(Option.POLICY)
            && !options.has(Option.MODE);
    options.takeProperties(properties);
    options.takeEnvironment(environment);
    if (isOff(properties.getProperty(PROPERTY + Option.MODE.key))
        || isOff(environment.get(Option.MODE.variable()))) {
      // The kill switch stands above everything, also above the agent argument.
      options.values.put(Option.MODE, "off");
    }
    return options;
  }

  /**
   * These options, and where they say nothing those of a policy file.
   *
   * @param path of the file, for messages
   * @return has complaints about the file's options too
   */
  Options with(PolicyFile file, String path) {
    Options all = new Options();
    all.values.putAll(values);
    all.complaints.addAll(complaints);
    if (fileBeatsKeptMode
        && file.options().containsKey(Option.MODE.key)
        && !isOff(get(Option.MODE))) {
      all.values.remove(Option.MODE);
    }
    for (Map.Entry<String, Setting> setting : file.options().entrySet()) {
      String name = setting.getKey();
      String where = path + ":" + setting.getValue().line();
      all.takeNamed(where, name, Option.named(name), setting.getValue().value());
    }
    return all;
  }

  /** Whether a value was given. */
  boolean has(Option option) {
    return values.containsKey(option);
  }

  /** The value; the default where none was given; null where there is no default. */
  String get(Option option) {
    String value = values.get(option);
    return value == null ? option.fallback : value;
  }

  /** One sentence for each mistake, in the order found. */
  List<String> complaints() {
    return complaints;
  }

  private static boolean isOff(String mode) {
    return mode != null && mode.trim().equalsIgnoreCase("off");
  }

  private void takeAgentArgument(String argument) {
    int at = 0;
    while (argument != null && at < argument.length()) {
      int comma = argument.indexOf(',', at);
      int end = comma < 0 ? argument.length() : comma;
      String part = argument.substring(at, end).trim();
      at = end + 1;
      if (part.isEmpty()) {
        continue;
      }
      int equals = part.indexOf('=');
      if (equals < 0) {
        complaints.add("agent argument: '" + part + "' is ignored: options are written name=value");
      } else {
        takeArgument(part.substring(0, equals).trim(), part.substring(equals + 1).trim());
      }
    }
  }

  private void takeArgument(String name, String value) {
    takeNamed("agent argument", name, Option.named(name), value);
  }

  private void takeProperties(Properties properties) {
    for (Enumeration<Object> names = properties.keys(); names.hasMoreElements(); ) {
      String name = String.valueOf(names.nextElement());
      if (name.startsWith(PROPERTY) && !STATUS.contains(name)) {
        takeProperty(name, properties.getProperty(name));
      }
    }
  }

  private void takeProperty(String name, String value) {
    Option option = Option.named(name.substring(PROPERTY.length()));
    if (option != null || !Variables.isOfOthers(Variables.of(name))) {
      takeNamed("system property", name, option, value);
    }
  }

  private void takeEnvironment(Map<String, String> environment) {
    for (String name : environment.keySet()) {
      if (!name.startsWith(VARIABLE) || isMadeByKubernetes(name)) {
        continue;
      }
      Option option = null;
      for (Option candidate : Option.values()) {
        option = candidate.variable().equals(name) ? candidate : option;
      }
      if (option != null || !Variables.isOfOthers(name)) {
        takeNamed("environment", name, option, environment.get(name));
      }
    }
  }

  /** A Kubernetes service called "stockade" puts these into every container of its namespace. */
  private static boolean isMadeByKubernetes(String name) {
    return name.startsWith("STOCKADE_PORT") || name.startsWith("STOCKADE_SERVICE_");
  }

  /** A bad value stands for the default: a weaker source must not fill the gap unseen. */
  private void takeNamed(String source, String name, Option option, String value) {
    if (option == null) {
      complain(source, name, value, Option.meant(name));
      return;
    }
    String allowed = option == Option.MODE && isOff(value) ? null : option.complaint(value);
    if (allowed != null) {
      complain(source, name, value, "allowed is " + allowed);
    }
    if (!values.containsKey(option)) {
      values.put(option, allowed == null ? value : option.fallback);
    }
  }

  private void complain(String source, String name, String value, String allowed) {
    complaints.add(source + ": " + name + "=" + value + " is ignored: " + allowed);
  }
}
