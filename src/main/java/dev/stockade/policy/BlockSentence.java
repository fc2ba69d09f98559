package dev.stockade.policy;

import java.util.List;

/**
 * The message of the exception that a blocked connection or request ends with: what, where, why,
 * what to do.
 */
final class BlockSentence {
  private BlockSentence() {}

  static String of(String profile, TlsFacts facts, Finding finding) {
    StringBuilder sentence = new StringBuilder("stockade: blocked TLS");
    appendPeer(sentence, facts);
    sentence.append(": ").append(finding.reason());
    if (!finding.reason().contains("profile " + profile)) {
      sentence.append(", profile ").append(profile);
    }
    return withRules(sentence, finding.rules());
  }

  /** What is put behind the engine's own words where the narrowed offer may be the cause. */
  static String perhaps(String profile, TlsFacts facts, Finding finding, Failure failure) {
    StringBuilder sentence = new StringBuilder("stockade: after narrowing TLS");
    appendPeer(sentence, facts);
    String said = failure.reason() + "; ";
    String reason = finding.reason();
    sentence.append(": ");
    sentence.append(reason.startsWith(said) ? reason.substring(said.length()) : reason);
    sentence.append(", profile ").append(profile);
    sentence.append("; if audit of the same peer passes, mend the peer or make an exception");
    return withRules(sentence, finding.rules());
  }

  /** The end of each such sentence: the rules, and where they are explained. */
  static String withRules(StringBuilder sentence, List<Rule> rules) {
    sentence.append(rules.size() == 1 ? " (rule " : " (rules ");
    for (int i = 0; i < rules.size(); i++) {
      sentence.append(i == 0 ? "" : ", ").append(rules.get(i).id());
    }
    sentence.append("); see: java -jar stockade.jar explain ").append(rules.get(0).id());
    return sentence.toString();
  }

  private static void appendPeer(StringBuilder sentence, TlsFacts facts) {
    boolean inbound = facts.direction() == Direction.IN;
    String peer =
        inbound ? firstKnown(facts.ip(), facts.host()) : firstKnown(facts.host(), facts.ip());
    if (peer == null) {
      return;
    }
    sentence.append(inbound ? " from " : " to ");
    sentence.append(Authority.of(peer, inbound ? 0 : facts.port()));
  }

  private static String firstKnown(String first, String second) {
    return first != null ? first : second;
  }
}
