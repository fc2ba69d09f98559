package dev.stockade.engine.jmx;

import dev.stockade.engine.control.PolicyControl;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Stage;

/** A rule as JMX shows it. */
final class RuleView implements RuleMBean {
  private final Rule rule;
  private final ActivePolicy activePolicy;
  private final PolicyControl policy;

  RuleView(Rule rule, ActivePolicy activePolicy, PolicyControl policy) {
    this.rule = rule;
    this.activePolicy = activePolicy;
    this.policy = policy;
  }

  @Override
  public String getId() {
    return rule.id();
  }

  @Override
  public String getStage() {
    return stage().label();
  }

  @Override
  public void setStage(String stage) {
    if (!Stage.AUDIT.label().equals(stage)) {
      throw new IllegalArgumentException(
          "stage '" + stage + "' is refused: through JMX a rule can only be lowered to audit");
    }
    if (stage().compareTo(Stage.AUDIT) > 0) {
      policy.lower(rule, "JMX");
    }
  }

  private Stage stage() {
    return activePolicy.judge().policy().stage(rule);
  }
}
