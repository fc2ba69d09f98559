package dev.stockade.cli.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An {@link Explanation} for people. */
public final class ExplanationText {
  private final Map<String, Object> members;
  private final List<String> lines = new ArrayList<>();

  private ExplanationText(Map<String, Object> members) {
    this.members = members;
  }

  /**
   * @param allRules whether each rule has a line of its own
   */
  public static List<String> of(Map<String, Object> explanation, boolean allRules) {
    ExplanationText text = new ExplanationText(explanation);
    text.head();
    text.rules(allRules);
    text.offer();
    return text.lines;
  }

  private void head() {
    lines.add(members.get("destination") + " (" + members.get("direction") + ")");
    add("mode", members.get("mode"));
    add("profile", members.get("profile"));
    add("minimum", members.get("minVersion"));
    Map<?, ?> exception = (Map<?, ?>) members.get("exception");
    if (exception == null) {
      add("exception", "none matches");
    } else {
      String expired = Boolean.TRUE.equals(exception.get("expired")) ? " (expired)" : "";
      add("exception", exception.get("id") + expired + ": " + exception.get("text"));
    }
    for (Map.Entry<?, ?> miss : ((Map<?, ?>) members.get("nearMisses")).entrySet()) {
      add("not for here", miss.getKey() + ": " + miss.getValue());
    }
  }

  /** What holds for most rules is one line, as it would hide the others. */
  private void rules(boolean all) {
    lines.add("");
    Map<String, Integer> counts = new HashMap<>();
    String common = "";
    Map<String, String> rows = new LinkedHashMap<>();
    for (Map.Entry<?, ?> rule : ((Map<?, ?>) members.get("rules")).entrySet()) {
      Map<?, ?> parts = (Map<?, ?>) rule.getValue();
      String row = String.format("%-8s %s", parts.get("stage"), parts.get("here"));
      rows.put(rule.getKey().toString(), row);
      counts.merge(row, 1, Integer::sum);
      common = counts.get(row) > counts.getOrDefault(common, 0) ? row : common;
    }
    for (Map.Entry<String, String> rule : rows.entrySet()) {
      if (all || !rule.getValue().equals(common)) {
        lines.add(String.format("  %-26s %s", rule.getKey(), rule.getValue()));
      }
    }
    if (!all) {
      int folded = counts.get(common);
      String which = folded == rows.size() ? "all " + folded + " rules" : folded + " more rules";
      lines.add(String.format("  %-26s %s; --all-rules names them", which, common));
    }
    lines.add("");
  }

  private void offer() {
    String java = "the default offer of Java " + members.get("java") + ", which runs this command";
    Object reported = members.get("offerReported");
    if (reported == null) {
      lines.add(java + ", is within the policy");
      return;
    }
    Object taken = members.get("offerTakenOut");
    lines.add(java + ", goes too far: " + reported);
    if (taken == null && dependsOnCanary()) {
      lines.add("  whether that is taken out here depends on the canary");
    } else if (taken == null) {
      lines.add("  nothing of that is taken out here: it is only reported");
    } else if (taken.equals(reported)) {
      lines.add("  all of that is taken out here");
    } else {
      lines.add("  of that is taken out here: " + taken);
    }
  }

  /** Whether it is not known here which rules are enforced. */
  private boolean dependsOnCanary() {
    return ((Map<?, ?>) members.get("rules"))
        .values().stream()
            .anyMatch(rule -> ((Map<?, ?>) rule).get("here").toString().startsWith("enforced for"));
  }

  private void add(String name, Object value) {
    lines.add(String.format("  %-12s %s", name, value));
  }
}
