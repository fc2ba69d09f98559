package dev.stockade.policy.tls;

import dev.stockade.base.Authority;
import dev.stockade.policy.rule.BlockSentence;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Finding;

/** The message of the exception that a blocked connection ends with: what, where, why. */
final class TlsBlockSentence {
  private TlsBlockSentence() {}

  static String of(String profile, TlsFacts facts, Finding finding) {
    StringBuilder sentence = new StringBuilder("stockade: blocked TLS");
    appendPeer(sentence, facts);
    sentence.append(": ").append(finding.reason());
    if (!finding.reason().contains("profile " + profile)) {
      sentence.append(", profile ").append(profile);
    }
    return BlockSentence.withRules(sentence, finding.rules());
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
    sentence.append("; if audit of the same peer passes, fix the peer or make an exception");
    return BlockSentence.withRules(sentence, finding.rules());
  }

  private static void appendPeer(StringBuilder sentence, TlsFacts facts) {
    boolean inbound = facts.direction() == Direction.IN;
    String peer = facts.peerName();
    if (peer == null) {
      return;
    }
    sentence.append(inbound ? " from " : " to ");
    sentence.append(Authority.of(peer, inbound ? 0 : facts.port()));
  }
}
