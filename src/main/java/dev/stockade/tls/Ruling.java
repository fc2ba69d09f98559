package dev.stockade.tls;

import dev.stockade.policy.Decision;
import dev.stockade.policy.Judge;
import dev.stockade.policy.Terms;
import dev.stockade.policy.TlsFacts;

/**
 * What holds for one connection from its begin to its end, even when the policy changes between.
 */
final class Ruling {
  final Judge judge;
  final Terms terms;

  Ruling(Judge judge, Terms terms) {
    this.judge = judge;
    this.terms = terms;
  }

  /** The same demands, none of them enforced. */
  Ruling reported() {
    return new Ruling(judge, terms.reported());
  }

  /** The message for the exception that refuses the connection. */
  String sentence(Decision decision, TlsFacts facts) {
    return terms.grantedTls().blockSentence(facts, decision.finding());
  }
}
