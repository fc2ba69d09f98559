package dev.stockade.engine.control;

import dev.stockade.base.Version;
import dev.stockade.engine.files.PolicyOnDisk;
import dev.stockade.engine.options.Option;
import dev.stockade.engine.options.Options;
import dev.stockade.policy.canary.Canary;
import dev.stockade.policy.canary.CanaryChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The state that an engine leaves to the one that takes over. Maps, lists, strings and numbers
 * only: the two come from different loaders and may be of different versions, so each takes what it
 * knows and ignores the rest.
 */
public final class Heritage {
  private static final String VERSION = "version";
  private static final String GIVEN = "given";
  private static final String SOURCES = "sources";
  private static final String MODE = "mode";
  private static final String POLICY_TEXT = "policy.text";
  private static final String OVERRIDES = "overrides";
  private static final String SAID = "overrides.said";
  private static final String TAKEN_BACK = "canary.takenBack";
  private static final String EFFECTIVE = "effective";
  private static final String COUNTED_SINCE = "countedSince";
  private static final String CONNECTIONS = "connections";

  private final Map<?, ?> values;

  /**
   * @param values as {@link #of} makes them, perhaps by another version
   */
  public Heritage(Map<?, ?> values) {
    this.values = values;
  }

  /** The engine as it is now. */
  public static Map<String, Object> of(EngineState engine) {
    Map<String, Object> values = new LinkedHashMap<String, Object>();
    values.put(VERSION, Version.current());
    values.put(GIVEN, engine.given().given());
    values.put(SOURCES, engine.given().sources());
    Options now = engine.optionsNow();
    values.put(MODE, now.get(Option.MODE));
    values.put(EFFECTIVE, now.given());
    values.put(COUNTED_SINCE, engine.countedSince());
    values.put(CONNECTIONS, engine.connections());
    EngineControl control = engine.controlIfAny();
    PolicyOnDisk disk = control == null ? null : control.files().policyOnDisk();
    if (disk != null && disk.good() != null) {
      values.put(POLICY_TEXT, disk.text());
    }
    values.put(OVERRIDES, engine.overrides());
    if (control != null) {
      values.put(SAID, control.policy().overrides().said());
    }
    Canary canary = engine.activePolicy().judge().canary();
    List<String> lines = new ArrayList<String>();
    if (canary != null) {
      for (CanaryChange change : canary.takenBack()) {
        lines.add(change.toLine());
      }
    }
    values.put(TAKEN_BACK, lines);
    return values;
  }

  public String version() {
    return text(values.get(VERSION));
  }

  /** What is known of connections, for the hooks to make something of; may be null. */
  public Object connections() {
    return values.get(CONNECTIONS);
  }

  public Map<String, String> given() {
    return texts(values.get(GIVEN));
  }

  public Map<String, String> sources() {
    return texts(values.get(SOURCES));
  }

  /** The same, with those of the policy file. */
  public Map<String, String> effective() {
    return texts(values.get(EFFECTIVE));
  }

  /** By options and policy file, without what was set while the process ran. */
  public String mode() {
    return text(values.get(MODE));
  }

  /** The last good policy file; null where there was none. */
  public byte[] policyText() {
    Object text = values.get(POLICY_TEXT);
    return text instanceof byte[] ? (byte[]) text : null;
  }

  /** What was set while the process ran, in the words of the command {@code set}. */
  public Map<String, String> overrides() {
    return texts(values.get(OVERRIDES));
  }

  /** The same with who and when, as {@link Overrides#said}; empty where that is unknown. */
  Map<String, String> said() {
    return texts(values.get(SAID));
  }

  List<CanaryChange> takenBack() {
    List<CanaryChange> changes = new ArrayList<CanaryChange>();
    for (Object line : list(values.get(TAKEN_BACK))) {
      CanaryChange change = CanaryChange.parse(String.valueOf(line));
      if (change != null) {
        changes.add(change);
      }
    }
    return changes;
  }

  /** Whether more must be put in force than options and a policy file. */
  public boolean isMoreThanOptions() {
    return !overrides().isEmpty() || !takenBack().isEmpty();
  }

  /** This, but for what another command names: there is no override of that any more. */
  public Heritage without(Map<String, String> named) {
    Map<Object, Object> rest = new LinkedHashMap<Object, Object>(values);
    Map<String, String> overrides = overrides();
    overrides.keySet().removeAll(named.keySet());
    rest.put(OVERRIDES, overrides);
    if (named.containsKey(Option.POLICY.key)) {
      rest.remove(POLICY_TEXT);
    }
    return new Heritage(rest);
  }

  /** When the first of the engines whose counts continue was started; 0 when unknown. */
  long countedSince() {
    Object since = values.get(COUNTED_SINCE);
    return since instanceof Long ? (Long) since : 0;
  }

  private static String text(Object value) {
    return value instanceof String ? (String) value : null;
  }

  private static List<?> list(Object value) {
    return value instanceof List ? (List<?>) value : Collections.emptyList();
  }

  private static Map<String, String> texts(Object value) {
    Map<String, String> texts = new LinkedHashMap<String, String>();
    if (value instanceof Map) {
      for (Map.Entry<?, ?> one : ((Map<?, ?>) value).entrySet()) {
        texts.put(String.valueOf(one.getKey()), String.valueOf(one.getValue()));
      }
    }
    return texts;
  }
}
