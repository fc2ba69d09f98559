package dev.stockade.cli.attach;

import dev.stockade.cli.jvm.Running;
import dev.stockade.engine.options.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The changes that an attach makes to the options of one JVM. */
final class AttachPlan {
  /** What an engine that cannot hand over does not report in its status either. */
  private static final List<String> UNTOLD =
      Arrays.asList(
          "journal.max-size",
          "journal.keep",
          "journal.chain",
          "summary",
          "log",
          "on-failure",
          "kill-file",
          "jmx");

  private final Map<String, String> wanted;
  private final Running running;
  private final boolean reset;
  private final boolean downgrade;
  private final ModeToBe mode;
  private final Map<String, String> learned = new LinkedHashMap<>();

  /**
   * @param startLine options of the agent in the target's start line, for an engine that reports
   *     less
   */
  AttachPlan(
      Map<String, String> wanted,
      Running running,
      AttachWords words,
      ModeToBe mode,
      Map<String, String> startLine) {
    this.wanted = wanted;
    this.running = running;
    this.reset = words.reset();
    this.downgrade = words.downgrade();
    this.mode = mode;
    if (running.version() != null && !running.handsOver()) {
      if (agrees(startLine, running.options())) {
        learned.putAll(startLine);
      }
      learned.putAll(running.options());
      learned.put("mode", running.mode());
    }
  }

  /** For a JVM that is to get its first engine. */
  static AttachPlan first(Map<String, String> wanted, Running running) {
    return new AttachPlan(
        wanted,
        running,
        new AttachWords(),
        ModeToBe.first(wanted.get("mode"), null),
        Collections.<String, String>emptyMap());
  }

  /** Whether what the start line says is what runs, as far as that can be seen. */
  private static boolean agrees(Map<String, String> startLine, Map<String, String> options) {
    for (Map.Entry<String, String> one : startLine.entrySet()) {
      boolean told = !UNTOLD.contains(one.getKey()) && !one.getKey().equals("mode");
      if (told && !one.getValue().equals(options.get(one.getKey()))) {
        return false;
      }
    }
    return true;
  }

  ModeToBe mode() {
    return mode;
  }

  /** Whether nothing is asked for that is not so already. */
  boolean isEmpty() {
    return !reset && changes().isEmpty() && mode.mode().equals(running.mode());
  }

  /** Such as {@code log: warn -> info}. */
  List<String> changes() {
    if (running.version() == null) {
      return new ArrayList<>();
    }
    List<String> changes = new ArrayList<>();
    Map<String, String> before = before();
    Set<String> names = new LinkedHashSet<>(wanted.keySet());
    if (reset) {
      names.addAll(before.keySet());
    }
    for (String name : names) {
      String from = name.equals("mode") ? running.mode() : before.get(name);
      String to = name.equals("mode") ? mode.mode() : wanted.get(name);
      boolean isSame = to == null ? word(name, from).equals(word(name, null)) : to.equals(from);
      if (!isSame) {
        changes.add(name + ": " + word(name, from) + " -> " + word(name, to));
      }
    }
    if (!names.contains("mode") && !mode.mode().equals(running.mode())) {
      changes.add(0, "mode: " + running.mode() + " -> " + mode.mode() + mode.why());
    }
    if (reset) {
      changes.add("what was counted, and what the canary took back: begins anew");
    }
    return changes;
  }

  private static String word(String name, String value) {
    if (value != null) {
      return value;
    }
    String fallback = Option.fallback(name);
    return fallback == null ? "none" : fallback;
  }

  private Map<String, String> before() {
    Map<String, String> before =
        new LinkedHashMap<>(running.handsOver() ? running.options() : learned);
    before.putAll(running.overrides());
    return before;
  }

  /** What runs and is not touched. */
  List<String> stays() {
    if (running.version() == null || reset) {
      return new ArrayList<>();
    }
    List<String> stays = new ArrayList<>();
    before()
        .forEach(
            (name, value) -> {
              if (!wanted.containsKey(name) && !name.equals("mode")) {
                String set = running.overrides().containsKey(name) ? " (set)" : "";
                stays.add(name + " " + value + set);
              }
            });
    if (running.handsOver()) {
      stays.add("counts");
    }
    return stays;
  }

  /** What may be lost, because the engine that runs does not report it. */
  List<String> unknown() {
    if (running.version() == null || running.handsOver() || reset) {
      return new ArrayList<>();
    }
    List<String> unknown = new ArrayList<>(UNTOLD);
    unknown.removeAll(learned.keySet());
    unknown.removeAll(wanted.keySet());
    unknown.add("what was set");
    unknown.add("counts");
    return unknown;
  }

  /** For the engine that comes. */
  Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    if (reset) {
      words.put("attach.reset", "true");
    }
    if (downgrade) {
      words.put("attach.downgrade", "true");
    }
    if (!reset) {
      learned.forEach(
          (name, value) -> {
            if (!wanted.containsKey(name) && value.indexOf(',') < 0) {
              words.put("attach.kept." + name, value);
            }
          });
    }
    return words;
  }
}
