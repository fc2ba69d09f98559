package dev.stockade.cli.jvm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The engine that runs in a JVM, as it describes itself: in full by its status, an old one less so.
 */
public final class Running {
  private final String version;
  private final String mode;
  private final Map<String, Object> status;

  /**
   * @param status empty when it was not asked
   */
  public Running(String version, String mode, Map<String, Object> status) {
    this.version = version;
    this.mode = mode;
    this.status = status;
  }

  /** As far as it is known without loading anything. */
  public static Running of(Jvm jvm) {
    Map<String, String> properties = jvm.properties();
    Map<String, Object> status = RunningEngine.quietStatus(jvm);
    return new Running(
        RunningEngine.version(properties),
        RunningEngine.mode(properties),
        status == null ? Collections.<String, Object>emptyMap() : status);
  }

  /** Null when Stockade is not active there. */
  public String version() {
    return version;
  }

  public String mode() {
    return mode;
  }

  /** Whether it hands over what it has to the next one. */
  public boolean handsOver() {
    return status.get("countedSince") != null;
  }

  /** The kill file that is there; null when it runs. */
  public Object killed() {
    return status.get("killed");
  }

  /** Options with a value of their own, from wherever. */
  public Map<String, String> options() {
    if (handsOver()) {
      return texts("options");
    }
    Map<String, String> options = new LinkedHashMap<>();
    Object policy = object(status.get("policy")).get("file");
    put(options, "policy", policy);
    // With a policy file it may be the file's own, which is to change with it.
    put(options, "profile", policy == null ? status.get("profile") : null);
    Object journal = object(status.get("journal")).get("target");
    put(options, "journal", "none".equals(journal) ? null : journal);
    put(options, "service", status.get("service"));
    put(options, "instance", status.get("instance"));
    return options;
  }

  /** Of them those that did not come from the policy file. */
  public Map<String, String> given() {
    return texts("given");
  }

  public String sourceOf(String option) {
    return texts("sources").get(option);
  }

  /** What was set while it runs. */
  public Map<String, String> overrides() {
    return texts("overrides");
  }

  private Map<String, String> texts(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    object(status.get(name)).forEach((key, value) -> texts.put("" + key, "" + value));
    return texts;
  }

  private static void put(Map<String, String> options, String name, Object value) {
    if (value != null) {
      options.put(name, value.toString());
    }
  }

  private static Map<?, ?> object(Object value) {
    return value instanceof Map ? (Map<?, ?>) value : Collections.emptyMap();
  }
}
