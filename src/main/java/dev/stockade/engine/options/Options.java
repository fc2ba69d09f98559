package dev.stockade.engine.options;

import dev.stockade.base.JvmProperties;
import dev.stockade.policy.file.PolicyFile;
import dev.stockade.policy.file.Setting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The operator's options, from the agent argument, system properties and the environment, in this
 * order of precedence. A mistake costs one complaint and leaves the default; it never throws.
 */
public final class Options {
  private static final String VARIABLE = "STOCKADE_";
  private static final String ARGUMENT = "agent argument";

  /** The argument of an agent that came while the program ran: weaker than who started it. */
  public static final String ATTACH = "attach";

  /** A mode that stayed when an attach brought a policy file; that file may change it. */
  static final String KEPT = "kept";

  private final Map<Option, String> values = new EnumMap<Option, String>(Option.class);
  private final Map<Option, String> sources = new EnumMap<Option, String>(Option.class);
  private final List<String> complaints = new ArrayList<String>();

  /** Whether a policy file that says a mode overrides the mode of the previous engine. */
  private boolean fileBeatsKeptMode;

  private Options() {}

  /**
   * @param agentArgument {@code name=value,name=value}, or null
   */
  public static Options read(
      String agentArgument, Properties properties, Map<String, String> environment) {
    Options options = new Options();
    options.takeNamed(ARGUMENT, agentArgument);
    // The property then is the running engine's, not the operator's: who attaches with a policy
    // file wants what it says.
    options.fileBeatsKeptMode =
        properties.containsKey(JvmProperties.VERSION)
            && options.has(Option.POLICY)
            && !options.has(Option.MODE);
    options.takeProperties(properties);
    options.takeEnvironment(environment);
    if (isOff(properties.getProperty(JvmProperties.MODE))
        || isOff(environment.get(Option.MODE.variable()))) {
      // The kill switch stands above everything, also above the agent argument.
      options.values.put(Option.MODE, "off");
    }
    return options;
  }

  /**
   * What an engine would say of the options in a policy file when it starts with it alone.
   *
   * @param path of the file, for the sentences
   * @return one sentence for each that is ignored, starting with {@code FILE:LINE: }
   */
  public static List<String> complaints(PolicyFile file, String path) {
    return read(null, new Properties(), Collections.<String, String>emptyMap())
        .with(file, path)
        .complaints();
  }

  /**
   * Options for an engine that takes over from another: those of its own argument, and where they
   * say nothing what the other one was given.
   *
   * @param given values by option name
   * @param sources where each came from, by option name
   * @param mode in force, without what was set while the process ran
   */
  public static Options inherit(
      String agentArgument, Map<String, String> given, Map<String, String> sources, String mode) {
    Options options = new Options();
    options.takeNamed(ATTACH, agentArgument);
    boolean namesPolicy = options.has(Option.POLICY);
    boolean namesMode = options.has(Option.MODE);
    for (Map.Entry<String, String> one : given.entrySet()) {
      Option option = Option.named(one.getKey());
      if (option != null && !options.has(option) && option.complaint(one.getValue()) == null) {
        options.put(option, one.getValue(), String.valueOf(sources.get(one.getKey())));
      }
    }
    if (!namesMode && namesPolicy && options.isModeLoose()) {
      options.put(Option.MODE, mode, KEPT);
    }
    options.fileBeatsKeptMode = KEPT.equals(options.sources.get(Option.MODE));
    return options;
  }

  /** Whether the mode was not asked for when this program was started. */
  private boolean isModeLoose() {
    String source = sources.get(Option.MODE);
    return source == null || source.equals(ATTACH) || source.equals(KEPT);
  }

  /** What came with this agent came while the program ran. */
  public void cameByAttach() {
    for (Map.Entry<Option, String> one : sources.entrySet()) {
      if (one.getValue().equals(ARGUMENT)) {
        one.setValue(ATTACH);
      }
    }
  }

  /** From now on the policy file says the mode, if it says one. */
  public void keepModeLoosely() {
    if (has(Option.MODE)) {
      sources.put(Option.MODE, KEPT);
      fileBeatsKeptMode = true;
    }
  }

  /** The values that were given, by option name; not those of a policy file or by default. */
  public Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<String, String>();
    for (Map.Entry<Option, String> one : values.entrySet()) {
      given.put(one.getKey().key, one.getValue());
    }
    return given;
  }

  /** Where each of {@link #given} came from. */
  public Map<String, String> sources() {
    Map<String, String> names = new LinkedHashMap<String, String>();
    for (Map.Entry<Option, String> one : sources.entrySet()) {
      names.put(one.getKey().key, one.getValue());
    }
    return names;
  }

  /**
   * These options, and where they say nothing those of a policy file.
   *
   * @param path of the file, for messages
   * @return has complaints about the file's options too
   */
  public Options with(PolicyFile file, String path) {
    Options all = new Options();
    all.values.putAll(values);
    all.sources.putAll(sources);
    all.complaints.addAll(complaints);
    if (fileBeatsKeptMode
        && file.options().containsKey(Option.MODE.key)
        && !isOff(get(Option.MODE))) {
      all.values.remove(Option.MODE);
      all.sources.remove(Option.MODE);
    }
    for (Map.Entry<String, Setting> setting : file.options().entrySet()) {
      String name = setting.getKey();
      if (name.equals(Option.PROFILE.key) && file.definesProfile(setting.getValue().value())) {
        all.putWeaker(Option.PROFILE, setting.getValue().value(), path);
        continue;
      }
      String where = path + ":" + setting.getValue().line();
      all.takeNamed(where, name, Option.named(name), setting.getValue().value());
    }
    return all;
  }

  /** Whether a value was given. */
  public boolean has(Option option) {
    return values.containsKey(option);
  }

  /** The value, of a profile its id; the default where none was given; null without one. */
  public String get(Option option) {
    String value = values.get(option);
    return value == null ? option.fallback : option.full(value);
  }

  /** One sentence for each mistake, in the order found. */
  public List<String> complaints() {
    return complaints;
  }

  static boolean isOff(String mode) {
    return mode != null && mode.trim().equalsIgnoreCase("off");
  }

  private void takeNamed(String source, String argument) {
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
        String name = part.substring(0, equals).trim();
        takeNamed(source, name, Option.named(name), part.substring(equals + 1).trim());
      }
    }
  }

  private void takeProperties(Properties properties) {
    for (Enumeration<Object> names = properties.keys(); names.hasMoreElements(); ) {
      String name = String.valueOf(names.nextElement());
      if (name.startsWith(JvmProperties.PREFIX) && !isSetByEngine(name)) {
        takeProperty(name, properties.getProperty(name));
      }
    }
  }

  /** Set by an engine that runs, or ran a moment ago, for others to read: not options. */
  private static boolean isSetByEngine(String name) {
    return name.equals(JvmProperties.VERSION)
        || name.equals(JvmProperties.GIVEN_MODE)
        || name.equals(JvmProperties.REPLY)
        || name.equals(JvmProperties.LIVE);
  }

  private void takeProperty(String name, String value) {
    Option option = Option.named(name.substring(JvmProperties.PREFIX.length()));
    if (option != null || !Variables.isOfOthers(Variables.of(name))) {
      takeNamed("system property", name, option, value);
    }
  }

  private void takeEnvironment(Map<String, String> environment) {
    for (String name : environment.keySet()) {
      if (!name.startsWith(VARIABLE)) {
        continue;
      }
      Option option = null;
      for (Option candidate : Option.values()) {
        option = candidate.variable().equals(name) ? candidate : option;
      }
      if (option != null || !Variables.isOthersVariable(name)) {
        takeNamed("environment", name, option, environment.get(name));
      }
    }
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
      put(option, allowed == null ? value : option.fallback, source);
    } else if (allowed == null
        && source.equals(sources.get(option))
        && !value.equals(values.get(option))) {
      String first = name + "=" + values.get(option);
      complain(source, name, value, "it is given twice, and " + first + " is used, the first");
    }
  }

  private void putWeaker(Option option, String value, String source) {
    if (!values.containsKey(option)) {
      put(option, value, source);
    }
  }

  private void put(Option option, String value, String source) {
    values.put(option, value);
    sources.put(option, source);
  }

  private void complain(String source, String name, String value, String allowed) {
    complaints.add(
        (source.equals(ATTACH) ? ARGUMENT : source)
            + ": "
            + name
            + "="
            + value
            + " is ignored: "
            + allowed);
  }
}
