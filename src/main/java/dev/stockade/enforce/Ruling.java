package dev.stockade.enforce;

import dev.stockade.policy.Decision;
import dev.stockade.policy.Judge;
import dev.stockade.policy.Terms;
import dev.stockade.policy.tls.Failure;
import dev.stockade.policy.tls.TlsFacts;

/**
 * What holds for one connection from its begin to its end, even when the policy changes between.
 */
public final class Ruling {
  final Judge judge;
  public final Terms terms;

  public Ruling(Judge judge, Terms terms) {
    this.judge = judge;
    this.terms = terms;
  }

  /** The same demands, none of them enforced. */
  public Ruling reported() {
    return new Ruling(judge, terms.reported());
  }

  /** What the program is told of a failure; null where it is no matter of ours. */
  FailureNotice notice(Decision decision, TlsFacts facts, Failure failure) {
    switch (decision.action()) {
      case BLOCKED:
        return new FailureNotice(sentence(decision, facts), true);
      case FAILED_AFTER_NARROWING:
        String perhaps = terms.grantedTls().perhapsSentence(facts, decision.finding(), failure);
        return new FailureNotice(perhaps, false);
      default:
        return null;
    }
  }

  /** The message for the exception that refuses the connection. */
  String sentence(Decision decision, TlsFacts facts) {
    return terms.grantedTls().blockSentence(facts, decision.finding());
  }
}
