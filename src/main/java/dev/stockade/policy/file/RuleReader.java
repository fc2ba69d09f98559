package dev.stockade.policy.file;

import dev.stockade.policy.Enforceable;
import dev.stockade.policy.Rule;
import dev.stockade.policy.Stage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Rules by their ids, and the stages that a file gives them. */
final class RuleReader {
  private final Problems problems;

  RuleReader(Problems problems) {
    this.problems = problems;
  }

  /** Null where the file gives none. */
  Map<Rule, Stage> stages(Value rules) {
    Section section = rules.section(null);
    if (section == null) {
      return null;
    }
    Map<Rule, Stage> stages = new EnumMap<>(Rule.class);
    section.values().forEach((id, value) -> take(id, value, stages));
    return stages;
  }

  /** Null where there is no such rule, or none that is watched; both are reported. */
  Rule rule(String id, int line) {
    Rule rule = Rule.named(id);
    if (rule != null || problems.areEnough()) {
      return rule;
    }
    if (id.startsWith("tamper.")) {
      problems.warning(
          line, "the rule " + Wording.quoted(id) + " is not watched in this version: no effect");
      return null;
    }
    problems.error(line, "unknown rule " + Wording.quoted(id) + Wording.allowed(id, ids()));
    return null;
  }

  /** All that are taken without an error, but for those that begin with {@code tamper.}. */
  static List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      ids.add(rule.id());
    }
    return ids;
  }

  private void take(String id, Value value, Map<Rule, Stage> stages) {
    Rule rule = rule(id, value.keyLine());
    Stage stage = stage(value);
    if (rule == null || stage == null) {
      return;
    }
    if (rule.enforceable() == Enforceable.NEVER && stage.compareTo(Stage.AUDIT) > 0) {
      problems.error(
          value.line(),
          "the rule '"
              + id
              + "' cannot have the stage "
              + stage.label()
              + ": it never blocks, AWS's answer tells the SDK what to do better; allowed are"
              + " off, audit");
    }
    stages.put(rule, stage);
  }

  private static Stage stage(Value value) {
    if (!value.isSection()) {
      return value.choice(Choices.STAGES);
    }
    Section section = value.section(Keys.RULE);
    section.require(Keys.RULE);
    return section.value("stage").choice(Choices.STAGES);
  }
}
