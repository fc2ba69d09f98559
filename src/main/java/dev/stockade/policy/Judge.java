package dev.stockade.policy;

import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.canary.Canary;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.FindingBuilder;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.RuleSelection;
import dev.stockade.policy.rule.Stage;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.policy.tls.Blame;
import dev.stockade.policy.tls.Failure;
import dev.stockade.policy.tls.HandshakeFailures;
import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.Offer;
import dev.stockade.policy.tls.Profile;
import dev.stockade.policy.tls.TlsFacts;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The policy's word on connections and requests. Without a canary a pure function of policy and
 * facts: the engine, {@code whatif} and {@code policy test} ask the same one.
 */
public final class Judge {
  private final Policy policy;
  private final Profile profile;
  private final RuleSelection rules;
  private final String service;
  private final Canary canary;
  private final Judge candidate;
  private final EnumSet<Rule> enforced = EnumSet.noneOf(Rule.class);
  private final EnumSet<Rule> canaried = EnumSet.noneOf(Rule.class);
  private final CanaryLessons lessons;

  /** By exception and by what is enforced: few, while connections are many. */
  private final ConcurrentHashMap<Long, EffectivePolicy> known = new ConcurrentHashMap<>();

  /** What holds everywhere; null when it depends on the destination. */
  private final EffectivePolicy everywhere;

  /**
   * @param service the process's name, for exceptions
   * @param canary decides rules in stage {@code canary}, which without one are reported only
   */
  public Judge(Policy policy, String service, Canary canary) {
    this(policy, service, canary, true);
  }

  private Judge(Policy policy, String service, Canary canary, boolean enforces) {
    this.policy = policy;
    this.service = service;
    this.canary = canary;
    this.profile = policy.tlsProfile();
    this.rules = policy.rules();
    this.candidate =
        policy.candidate() == null ? null : new Judge(policy.candidate(), service, null, false);
    for (Rule rule : Rule.values()) {
      if (policy.stage(rule) == Stage.ENFORCE && enforces) {
        enforced.add(rule);
      } else if (policy.stage(rule) == Stage.CANARY && canary != null) {
        canaried.add(rule);
      }
    }
    this.lessons = new CanaryLessons(canary, canaried);
    this.everywhere =
        policy.exceptions().isEmpty() && canaried.isEmpty()
            ? new EffectivePolicy(profile, rules, null, false, enforced)
            : null;
  }

  public Policy policy() {
    return policy;
  }

  public Profile profile() {
    return profile;
  }

  /** Null where no rule is in stage {@code canary}. */
  public Canary canary() {
    return canary;
  }

  /** Whether anything may be refused or taken out anywhere. */
  public boolean mayEnforce() {
    return !enforced.isEmpty() || !canaried.isEmpty();
  }

  /** What holds for every peer, or null when that depends on the peer. */
  public EffectivePolicy everywhere() {
    return everywhere;
  }

  /**
   * What holds for a peer.
   *
   * @param code who connects; asked only for exceptions that depend on it; may be null
   * @param connection any number that stays the same for one connection
   * @param now milliseconds since the epoch
   */
  public EffectivePolicy effective(Peer peer, Match.CodeName code, long connection, long now) {
    if (everywhere != null) {
      return everywhere;
    }
    int index = exceptionFor(peer, code, now);
    boolean expired = index >= 0 && policy.exceptions().get(index).isExpired(now);
    EnumSet<Rule> here = enforced;
    if (!canaried.isEmpty()) {
      here = EnumSet.copyOf(enforced);
      String destination = peer.destination();
      for (Rule rule : canaried) {
        if (canary.enforces(rule, destination, connection)) {
          here.add(rule);
        }
      }
    }
    Long key = (long) index << 48 | (expired ? 1L << 47 : 0) | bits(here);
    EffectivePolicy effective = known.get(key);
    if (effective == null) {
      PolicyException exception = index < 0 ? null : policy.exceptions().get(index);
      effective = new EffectivePolicy(profile, rules, exception, expired, here);
      known.put(key, effective);
    }
    return effective;
  }

  /**
   * What holds for a handshake's peer; otherwise like {@link #effective(Peer, Match.CodeName, long,
   * long)}.
   */
  public EffectivePolicy effective(TlsFacts facts, Match.CodeName code, long connection, long now) {
    return everywhere != null ? everywhere : effective(Peer.of(facts), code, connection, now);
  }

  /** What holds for a request's destination. */
  public EffectivePolicy effective(AwsFacts facts, Match.CodeName code, long request, long now) {
    return everywhere != null ? everywhere : effective(Peer.of(facts), code, request, now);
  }

  /**
   * A finished handshake.
   *
   * @param now milliseconds since the epoch: certificates may end
   */
  public Decision handshake(EffectivePolicy effective, TlsFacts facts, Offer offer, long now) {
    Finding granted = effective.grantedTls().judge(facts, now);
    Finding byException =
        effective.exception() == null || granted.verdict() == Verdict.VIOLATION
            ? null
            : excepted(effective.tls().judge(facts, now), effective);
    Narrowing reported = effective.grantedTls().narrow(offer);
    Narrowing taken = effective.enforce() ? effective.enforcedTls().narrow(offer) : Narrowing.NONE;
    Finding finding =
        effective.grantedTls().narrowed(byException == null ? granted : byException, reported);
    Decision decision;
    if (finding == Finding.PASS) {
      decision = Decision.PASS;
    } else {
      boolean blocked =
          finding.verdict() == Verdict.VIOLATION
              && effective.enforce()
              && effective.enforcedTls().judge(facts, now).verdict() == Verdict.VIOLATION;
      Action action = Action.of(finding.verdict(), !reported.isEmpty(), blocked, !taken.isEmpty());
      decision = new Decision(action, finding, byException == null ? null : effective.exception());
    }
    decision = lessons.ofTls(decision, effective, facts, null, now);
    return candidate == null
        ? decision
        : besides(
            decision,
            candidate.handshake(candidate.effective(facts, null, 0, now), facts, offer, now));
  }

  /** Nothing that is offered is allowed where it is enforced: no handshake can start. */
  public Decision refusedOffer(
      EffectivePolicy effective, TlsFacts facts, Narrowing taken, long now) {
    Finding finding = effective.enforcedTls().offerLeavesNothing(taken);
    Decision decision = new Decision(Action.BLOCKED, finding, null);
    return lessons.ofTls(decision, effective, facts, null, now);
  }

  /** A handshake failed. */
  public Decision failed(
      EffectivePolicy effective, TlsFacts facts, Offer offer, Failure failure, long now) {
    Narrowing reported = effective.grantedTls().narrow(offer);
    Narrowing taken = takenOut(effective, offer, failure);
    Blame blame = Blame.of(failure, facts.direction(), taken);
    Decision decision;
    if (blame.isSure()) {
      Finding finding = HandshakeFailures.nothingInCommon(failure, blame.missed());
      decision = new Decision(Action.BLOCKED, finding, null);
    } else if (blame.isPossible()) {
      Finding finding = HandshakeFailures.afterNarrowing(failure, blame.missed());
      decision = new Decision(Action.FAILED_AFTER_NARROWING, finding, null);
    } else if (taken.isEmpty() && reported.leavesNothing()) {
      Finding finding = effective.grantedTls().offerLeavesNothing(reported);
      decision = new Decision(Action.WOULD_BLOCK, finding, null);
    } else {
      Finding finding =
          effective.grantedTls().narrowed(HandshakeFailures.failed(failure), reported);
      decision = new Decision(Action.FAILED, finding, null);
    }
    // Where it is unknown whether the narrowing is the cause, the canary learns nothing; only the
    // share of those that hang up is compared with that where nothing was taken out.
    boolean counts = failure.end() == Failure.End.HUNG_UP;
    List<Rule> concerned = counts ? reported.usable().rules() : Collections.<Rule>emptyList();
    return lessons.ofTls(decision, effective, facts, setOf(concerned), now);
  }

  /** Of what the peer could have chosen, where that is known. */
  private static Narrowing takenOut(EffectivePolicy effective, Offer offer, Failure failure) {
    if (!effective.enforce()) {
      return Narrowing.NONE;
    }
    Offer asked = failure.inCommon();
    return asked == null
        ? effective.enforcedTls().narrow(offer)
        : effective.enforcedTls().narrowOnce(asked);
  }

  /** A request to AWS. */
  public Decision request(EffectivePolicy effective, AwsFacts facts, long now) {
    Decision decision = Decision.PASS;
    if (!facts.observations().isEmpty()) {
      Finding granted = effective.grantedAws().judge(facts);
      Finding byException =
          effective.exception() == null || granted.verdict() == Verdict.VIOLATION
              ? null
              : excepted(effective.aws().judge(facts), effective);
      Finding finding = byException == null ? granted : byException;
      boolean blocked =
          finding.verdict() == Verdict.VIOLATION
              && effective.enforce()
              && effective.enforcedAws().judge(facts).verdict() == Verdict.VIOLATION;
      Action action = Action.of(finding.verdict(), false, blocked, false);
      decision = new Decision(action, finding, byException == null ? null : effective.exception());
    }
    decision = lessons.ofAws(decision, effective, facts, now);
    return candidate == null
        ? decision
        : besides(
            decision, candidate.request(candidate.effective(facts, null, 0, now), facts, now));
  }

  /** The index of the first exception for the peer, or -1. */
  private int exceptionFor(Peer peer, Match.CodeName code, long now) {
    List<PolicyException> all = policy.exceptions();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).match().fits(peer, service, code)
          && !(policy.endsExpired() && all.get(i).isExpired(now))) {
        return i;
      }
    }
    return -1;
  }

  /** What would be a violation but for the exception; null where that is not needed. */
  private static Finding excepted(Finding strict, EffectivePolicy effective) {
    if (strict.verdict() != Verdict.VIOLATION) {
      return null;
    }
    PolicyException exception = effective.exception();
    String until =
        (effective.isExpired() ? ", which expired on " : " until ") + exception.expires();
    return new FindingBuilder()
        .add(
            effective.isExpired() ? Verdict.WARN : Verdict.NOTE,
            strict,
            strict.reason() + ", allowed by exception " + exception.id() + until)
        .build();
  }

  private static Set<Rule> setOf(List<Rule> rules) {
    EnumSet<Rule> set = EnumSet.noneOf(Rule.class);
    set.addAll(rules);
    return set;
  }

  private static Decision besides(Decision decision, Decision candidate) {
    return decision.isRefusal() == candidate.isRefusal() ? decision : decision.with(candidate);
  }

  private static long bits(Set<Rule> rules) {
    long bits = 0;
    for (Rule rule : rules) {
      bits |= 1L << rule.ordinal();
    }
    return bits;
  }
}
