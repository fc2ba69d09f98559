package dev.stockade.policy.file;

import dev.stockade.policy.rule.EnforcedBy;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Stage;
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

  /** Null where there is no such rule, which is reported. */
  Rule rule(String id, int line) {
    Rule rule = Rule.named(id);
    if (rule == null && !problems.areEnough()) {
      problems.error(line, "unknown rule " + Wording.quoted(id) + known(id));
    }
    return rule;
  }

  /** The one that was meant, else those that start alike: all of them are too many to read. */
  private static String known(String id) {
    String suggestion = Suggestion.of(id, ids());
    if (!suggestion.isEmpty()) {
      return suggestion;
    }
    List<String> alike = new ArrayList<>();
    for (String known : ids()) {
      if (id.startsWith(known.substring(0, known.indexOf('.') + 1))) {
        alike.add(known);
      }
    }
    return "; allowed are "
        + (alike.isEmpty() ? "those that begin with tls., aws., tamper." : Wording.allowed(alike));
  }

  /** All that are taken without an error. */
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
    if (rule.enforceable() == EnforcedBy.NEVER && stage.compareTo(Stage.AUDIT) > 0) {
      problems.error(
          value.line(),
          "the rule '"
              + id
              + "' cannot have the stage "
              + stage.label()
              + ": it never blocks"
              + why(rule)
              + "; allowed are off, audit");
    }
    stages.put(rule, stage);
  }

  private static String why(Rule rule) {
    if (rule.isAboutTampering()) {
      return "";
    }
    return rule.isAboutTls()
        ? ", whoever verifies a certificate refuses it at its end"
        : ", AWS's answer tells the SDK what to do better";
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
