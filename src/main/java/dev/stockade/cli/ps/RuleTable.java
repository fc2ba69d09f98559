package dev.stockade.cli.ps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stages of the rules: those that stand out, the rest in one line, since among two dozen rules
 * that are only audited nobody finds the one that is enforced.
 */
final class RuleTable {
  private RuleTable() {}

  /**
   * @param rules as the engine reports them
   * @param all whether each has a line of its own
   */
  static List<String> lines(List<?> rules, boolean all) {
    String common = commonStage(rules);
    List<String> lines = new ArrayList<>();
    int folded = 0;
    for (Object item : rules) {
      Map<?, ?> rule = (Map<?, ?>) item;
      if (all || !notes(rule).isEmpty() || !common.equals(stage(rule))) {
        lines.add(String.format("%-8s %s%s", stage(rule), rule.get("id"), notes(rule)));
      } else {
        folded++;
      }
    }
    if (folded > 0) {
      String which = lines.isEmpty() ? "all " + folded + " rules" : folded + " more rules";
      lines.add(String.format("%-8s %s; --all-rules names them", common, which));
    }
    return lines;
  }

  private static String commonStage(List<?> rules) {
    Map<String, Integer> counts = new HashMap<>();
    String common = "";
    for (Object item : rules) {
      String stage = stage((Map<?, ?>) item);
      counts.merge(stage, 1, Integer::sum);
      common = counts.get(stage) > counts.getOrDefault(common, 0) ? stage : common;
    }
    return common;
  }

  private static String stage(Map<?, ?> rule) {
    return String.valueOf(rule.get("stage"));
  }

  private static String notes(Map<?, ?> rule) {
    return (Boolean.TRUE.equals(rule.get("explicit")) ? " (by the policy)" : "")
        + (Boolean.TRUE.equals(rule.get("set")) ? " (set)" : "")
        + (Boolean.TRUE.equals(rule.get("lowered")) ? " (lowered)" : "");
  }
}
