package dev.stockade.cli.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An {@link Explanation} for people. */
public final class ExplanationText {
  private final Map<String, Object> members;
  private final List<String> lines = new ArrayList<>();

  private ExplanationText(Map<String, Object> members) {
    this.members = members;
  }

  public static List<String> of(Map<String, Object> explanation) {
    ExplanationText text = new ExplanationText(explanation);
    text.head();
    text.rules();
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

  private void rules() {
    lines.add("");
    for (Map.Entry<?, ?> rule : ((Map<?, ?>) members.get("rules")).entrySet()) {
      Map<?, ?> parts = (Map<?, ?>) rule.getValue();
      lines.add(
          String.format("  %-26s %-8s %s", rule.getKey(), parts.get("stage"), parts.get("here")));
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
