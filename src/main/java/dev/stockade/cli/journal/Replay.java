package dev.stockade.cli.journal;

import dev.stockade.policy.Decision;
import dev.stockade.policy.EffectivePolicy;
import dev.stockade.policy.Judge;
import dev.stockade.policy.Match;
import dev.stockade.policy.Policy;
import dev.stockade.policy.PolicyException;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Stage;
import dev.stockade.policy.tls.Allowance;
import dev.stockade.policy.tls.Offer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks a policy about recorded facts, by the function that decides in a host. */
final class Replay {
  private static final int MAX = 100;

  private final Policy policy;

  /** By the service; a forged journal could name any number. */
  private final Map<String, Judge> judges =
      new LinkedHashMap<String, Judge>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Judge> eldest) {
          return size() > MAX;
        }
      };

  private boolean asksForPort;

  /** Else one judge is enough, however many services there are. */
  private boolean asksForService;

  private boolean missedCode;

  Replay(Policy policy) {
    this.policy = policy;
    for (PolicyException entry : policy.exceptions()) {
      asksForService |= entry.match().service() != null;
      asksForPort |= entry.match().port() != 0 && entry.match().direction() != Direction.OUT;
    }
  }

  /**
   * What the policy says of a fact; what was offered is not recorded and counts as faultless.
   * Certificates are as old as they were then: the peer may have another one by now.
   *
   * @param now milliseconds since the epoch, for exceptions that expire
   */
  Decision decide(RecordedFact fact, long now) {
    Judge judge = judges.computeIfAbsent(asksForService ? fact.service : null, this::judge);
    missedCode = false;
    Match.CodeName code = peer -> codeOf(fact);
    return fact.tls != null
        ? judge.handshake(
            judge.effective(fact.peer(), code, 0, now), fact.tls, Offer.UNKNOWN, fact.last)
        : judge.request(judge.effective(fact.peer(), code, 0, now), fact.aws, now);
  }

  /**
   * What becomes of a connection that was refused before anything was agreed, by the rules it was
   * refused by.
   *
   * @return null where it is unknown: what was offered is not recorded
   */
  Action again(RecordedFact fact, long now) {
    Judge judge = judges.computeIfAbsent(asksForService ? fact.service : null, this::judge);
    missedCode = false;
    EffectivePolicy effective = judge.effective(fact.peer(), peer -> codeOf(fact), 0, now);
    Allowance allowance = effective.exception() == null ? null : effective.exception().allowance();
    int enforced = 0;
    boolean reported = false;
    for (Rule rule : fact.rules) {
      boolean allowed = allowance != null && allowance.rules().contains(rule);
      enforced += !allowed && effective.enforced().contains(rule) ? 1 : 0;
      reported |= !allowed && policy.stage(rule) != Stage.OFF;
    }
    boolean sameProfile = policy.profile().equals(fact.profile);
    if (enforced == 0 && !fact.rules.isEmpty()) {
      return !reported ? Action.ALLOWED : sameProfile ? Action.WOULD_BLOCK : null;
    }
    boolean same = enforced == fact.rules.size() && allowance == null && sameProfile;
    return same && enforced > 0 ? Action.BLOCKED : null;
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

  private List<String> codeOf(RecordedFact fact) {
    missedCode |= fact.code == null;
    return Match.namesOf(fact.code);
  }

  private Judge judge(String service) {
    return new Judge(policy.copy().candidate(null).build(), service, null);
  }
}
