package dev.stockade.engine.control;

import dev.stockade.base.IsoTime;
import dev.stockade.base.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Settings made while the process runs, by whom and when. Stronger than options and policy file.
 */
final class Overrides {
  private final Map<String, String> all = new LinkedHashMap<String, String>();

  synchronized void put(String name, String value, String by) {
    Json json = new Json().text("name", name).text("value", value).text("by", by);
    all.remove(name);
    all.put(name, json.text("time", IsoTime.of(System.currentTimeMillis())).members());
  }

  /** In the words of an earlier engine. */
  synchronized void restore(String name, String members) {
    all.remove(name);
    all.put(name, members);
  }

  /** Members of a JSON object for each, by name. */
  synchronized Map<String, String> said() {
    return new LinkedHashMap<String, String>(all);
  }

  synchronized boolean has(String name) {
    return all.containsKey(name);
  }

  /** Members of a JSON object for each, the newest last. */
  synchronized List<String> members() {
    return new ArrayList<String>(all.values());
  }
}
