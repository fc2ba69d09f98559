package dev.stockade.cli.policy;

import dev.stockade.policy.Decision;
import dev.stockade.policy.Direction;
import dev.stockade.policy.ExceptionEntry;
import dev.stockade.policy.Judge;
import dev.stockade.policy.Match;
import dev.stockade.policy.Offer;
import dev.stockade.policy.Policy;
import java.util.HashMap;
import java.util.Map;

/** Asks a policy about recorded facts, by the function that decides in a host. */
final class Replay {
  private final Policy policy;
  private final Map<String, Judge> judges = new HashMap<>();
  private boolean asksForPort;
  private boolean missedCode;

  Replay(Policy policy) {
    this.policy = policy;
    for (ExceptionEntry entry : policy.exceptions()) {
      asksForPort |= entry.match().port() != 0 && entry.match().direction() != Direction.OUT;
    }
  }

  /**
   * What the policy says of a fact; what was offered is not recorded and counts as faultless.
   *
   * @param now milliseconds since the epoch, for exceptions that expire
   */
  Decision decide(RecordedFact fact, long now) {
    Judge judge = judges.computeIfAbsent(fact.service, this::judge);
    missedCode = false;
    Match.CodeName code = () -> codeOf(fact);
    return fact.tls != null
        ? judge.handshake(judge.terms(fact.peer(), code, 0, now), fact.tls, Offer.UNKNOWN, now)
        : judge.request(judge.terms(fact.peer(), code, 0, now), fact.aws, now);
  }

  /**
   * Why the last decision might be another one if more were recorded: a sentence, or null when it
   * would not.
   */
  String doubt(RecordedFact fact) {
    if (missedCode) {
      return "an exception asks for the calling code, which is not in the record";
    }
    return asksForPort && fact.peer().direction() == Direction.IN && fact.peer().port() == 0
        ? "an exception asks for this process's own port, which is not in the record"
        : null;
  }

  private String codeOf(RecordedFact fact) {
    missedCode |= fact.code == null;
    return fact.code;
  }

  private Judge judge(String service) {
    return new Judge(policy.copy().candidate(null).build(), service, null);
  }
}
