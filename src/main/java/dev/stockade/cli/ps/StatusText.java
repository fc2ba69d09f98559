package dev.stockade.cli.ps;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** An engine's status as lines for people. What the engine did not say makes no line. */
final class StatusText {
  private final List<String> lines = new ArrayList<>();
  private final Map<String, Object> status;

  private StatusText(Map<String, Object> status) {
    this.status = status;
  }

  /**
   * @param allRules whether each rule has a line of its own
   */
  static List<String> of(Map<String, Object> status, boolean allRules) {
    StatusText text = new StatusText(status);
    text.engine();
    text.rules(allRules);
    text.watching();
    text.answers();
    text.exceptions();
    text.canary();
    text.cost();
    return text.lines;
  }

  private void engine() {
    line("Stockade", join(" ", status.get("version"), "in", status.get("mode")));
    line("JVM", join(" ", status.get("pid"), status.get("service"), on(status.get("instance"))));
    Object since = status.get("since");
    Object counted = status.get("countedSince");
    boolean goesOn = counted != null && !counted.equals(since);
    line("since", join(", ", since, goesOn ? "counts since " + counted : null));
    if (status.get("killed") != null) {
      line("KILLED", "does nothing while " + status.get("killed") + " exists");
    } else {
      line("kill file", prefixed("armed: ", status.get("killFile")));
    }
    for (Object warning : list(status.get("warnings"))) {
      line("WARNING", warning);
    }
    overrides();
    line("profile", status.get("profile"));
    Map<?, ?> policy = object(status.get("policy"));
    line("policy", join(" ", policy.get("file"), policy.get("digest")));
    line("", prefixed("read ", policy.get("loaded")));
    boolean isKept = !Boolean.FALSE.equals(policy.get("kept"));
    String refused = isKept ? "NOT TAKEN OVER, the one before stays: " : "NOT IN FORCE: ";
    line("", prefixed(refused, policy.get("error")));
    for (Object problem : list(policy.get("refused"))) {
      line("", "  " + problem);
    }
    line("", prefixed("WAITS: ", policy.get("waits")));
  }

  /** What is in force in spite of options and policy file. */
  private void overrides() {
    String label = "set";
    for (Object item : list(status.get("set"))) {
      Map<?, ?> one = object(item);
      String what = one.get("name") + "=" + one.get("value");
      line(
          label, join(" ", what, prefixed("by ", one.get("by")), prefixed("at ", one.get("time"))));
      label = "";
    }
  }

  private static Object on(Object instance) {
    return prefixed("on ", instance);
  }

  private void rules(boolean all) {
    String label = "rules";
    for (String line : RuleTable.lines(list(status.get("rules")), all)) {
      line(label, line);
      label = "";
    }
  }

  private void watching() {
    Map<?, ?> hooks = object(status.get("hooks"));
    line("hooks", pairs(hooks));
    for (Object hook : list(hooks.get("off"))) {
      line("", hook + " is OFF after errors");
    }
    line("errors", status.get("errors"));
    line("counts", pairs(object(status.get("counts"))));
    line("journal", pairs(object(status.get("journal"))));
    line("STUCK", object(status.get("stuck")).get("text"));
  }

  /** What AWS said of what was sent, beside what was seen of it. */
  private void answers() {
    Map<?, ?> answers = object(status.get("answers"));
    line("answers", pairs(answers));
    line("", pairs(object(answers.get("verdicts"))));
    object(answers.get("unseen"))
        .forEach((client, count) -> line("", "UNSEEN " + client + ": " + count));
    for (Object one : list(status.get("distrusted"))) {
      line("WRONG", one + ": AWS accepted what this rule says it refuses; not enforced there");
    }
  }

  private void exceptions() {
    String label = "exceptions";
    for (Object item : list(status.get("exceptions"))) {
      Map<?, ?> exception = object(item);
      line(
          label,
          join(
              " ",
              exception.get("id"),
              exception.get("state"),
              Boolean.TRUE.equals(exception.get("unused")) ? "unused" : null,
              prefixed("until ", exception.get("expires")),
              prefixed("used ", exception.get("used")),
              prefixed("owner ", exception.get("owner"))));
      label = "";
    }
    line("candidate", pairs(object(status.get("candidate"))));
  }

  private void canary() {
    Map<?, ?> canary = object(status.get("canary"));
    line("canary", pairs(canary));
    for (Object item : list(canary.get("rolledBack"))) {
      Map<?, ?> one = object(item);
      line(
          "",
          join(
              " ",
              "rolled back",
              one.get("rule"),
              prefixed("for ", one.get("destination")),
              prefixed("at ", one.get("time")),
              prefixed("because ", one.get("reason"))));
    }
  }

  private void cost() {
    line("cost", pairs(object(status.get("cost"))));
  }

  private void line(String label, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      lines.add(String.format("%-11s%s", label, value));
    }
  }

  /** The plain members; lists and objects have lines of their own. */
  private static String pairs(Map<?, ?> members) {
    StringBuilder text = new StringBuilder();
    members.forEach(
        (name, value) -> {
          if (!(value instanceof List || value instanceof Map) && value != null) {
            text.append(text.length() == 0 ? "" : ", ").append(name).append(' ').append(value);
          }
        });
    return text.toString();
  }

  private static String prefixed(String prefix, Object value) {
    return value == null ? null : prefix + value;
  }

  private static String join(String separator, Object... values) {
    StringBuilder text = new StringBuilder();
    for (Object value : values) {
      if (value != null) {
        text.append(text.length() == 0 ? "" : separator).append(value);
      }
    }
    return text.toString();
  }

  private static Map<?, ?> object(Object value) {
    return value instanceof Map ? (Map<?, ?>) value : Collections.emptyMap();
  }

  private static List<?> list(Object value) {
    return value instanceof List ? (List<?>) value : Collections.emptyList();
  }
}
