package dev.stockade.policy.rule;

import java.util.List;

/** The end of the message that a blocked connection or request ends with: what to do. */
public final class BlockSentence {
  private BlockSentence() {}

  /** The end of each such sentence: the rules, and where they are explained. */
  public static String withRules(StringBuilder sentence, List<Rule> rules) {
    sentence.append(rules.size() == 1 ? " (rule " : " (rules ");
    for (int i = 0; i < rules.size(); i++) {
      sentence.append(i == 0 ? "" : ", ").append(rules.get(i).id());
    }
    sentence.append("); see: java -jar stockade.jar explain ").append(rules.get(0).id());
    return sentence.toString();
  }
}
