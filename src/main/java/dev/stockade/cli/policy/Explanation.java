package dev.stockade.cli.policy;

import dev.stockade.cli.command.PlaceOptions;
import dev.stockade.policy.EffectivePolicy;
import dev.stockade.policy.Judge;
import dev.stockade.policy.Match;
import dev.stockade.policy.Peer;
import dev.stockade.policy.Policy;
import dev.stockade.policy.PolicyException;
import dev.stockade.policy.canary.Canary;
import dev.stockade.policy.canary.CanaryChange;
import dev.stockade.policy.clause.Clauses;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.Protocols;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Explains what a policy demands of one destination. */
public final class Explanation {
  private final Policy policy;
  private final Peer peer;
  private final PlaceOptions options;
  private final Match.CodeName code;
  private final long now;
  private final Canary canary;
  private final Judge judge;
  private final EffectivePolicy effective;

  private Explanation(Policy policy, String place, PlaceOptions options, long now) {
    this.policy = policy;
    this.peer = options.peer(place);
    this.options = options;
    this.code = asked -> Match.namesOf(options.code());
    this.now = now;
    this.canary =
        options.instance() == null
            ? null
            : new Canary(
                policy.canary(), options.instance(), Collections.<CanaryChange>emptyList());
    this.judge = new Judge(policy, options.service(), canary);
    this.effective = judge.effective(peer, code, 0, now);
  }

  /**
   * For people by {@link ExplanationText}, for programs as it is.
   *
   * @param file the policy file, or null for what holds without one
   */
  public static Map<String, Object> of(String file, String place, PlaceOptions options) {
    Policy policy = file == null ? new Policy.Builder().build() : PolicyFiles.policy(file);
    return new Explanation(policy, place, options, System.currentTimeMillis()).members();
  }

  private Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("destination", peer.destination());
    members.put("direction", peer.direction().label());
    members.put("mode", policy.mode().label());
    members.put("profile", policy.profile());
    members.put("minVersion", minimum());
    PolicyException matching = effective.exception();
    if (matching != null) {
      members.put("exception", exception(matching));
    }
    members.put("nearMisses", nearMisses());
    members.put("rules", rules());
    members.put("java", System.getProperty("java.version"));
    members.put(
        "offerReported", reason(effective.grantedTls().narrow(DefaultOffer.ofThisRuntime())));
    members.put("offerTakenOut", reason(taken()));
    return members;
  }

  private Narrowing taken() {
    return effective.enforce()
        ? effective.enforcedTls().narrow(DefaultOffer.ofThisRuntime())
        : Narrowing.NONE;
  }

  private static String reason(Narrowing narrowing) {
    return narrowing.leavesNothing() ? narrowing.reason() + ", which is all" : narrowing.reason();
  }

  private String minimum() {
    String profile = judge.profile().minimum();
    String own = effective.exception() == null ? null : effective.exception().allowance().minimum();
    return own != null && Protocols.isOlder(own, profile) ? own : profile;
  }

  private Map<String, Object> exception(PolicyException entry) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", entry.id());
    members.put("text", entry.toString());
    members.put("expired", entry.isExpired(now));
    return members;
  }

  private Map<String, String> nearMisses() {
    Map<String, String> misses = new LinkedHashMap<>();
    boolean found = false;
    for (PolicyException entry : policy.exceptions()) {
      if (entry == effective.exception()) {
        found = true;
        continue;
      }
      String why = NearMiss.of(entry, peer, options.service(), code);
      if (why != null) {
        misses.put(entry.id(), why);
      } else if (entry.match().fits(peer, options.service(), code)) {
        String expired = "it matches, but expired on " + entry.expires();
        misses.put(entry.id(), found ? "it matches too, but stands later in the file" : expired);
      }
    }
    return misses;
  }

  private Map<String, Object> rules() {
    Map<String, Object> rules = new LinkedHashMap<>();
    for (Rule rule : Rule.values()) {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("stage", policy.stage(rule).label());
      members.put("here", here(rule));
      List<String> clauses = new ArrayList<>();
      Clauses.of(rule, policy.profile()).forEach(clause -> clauses.add(clause.toString()));
      members.put("clauses", clauses);
      rules.put(rule.id(), members);
    }
    return rules;
  }

  private String here(Rule rule) {
    if (effective.exception() != null && effective.exception().allowance().rules().contains(rule)) {
      return "allowed by exception " + effective.exception().id();
    }
    switch (policy.stage(rule)) {
      case OFF:
        return "not looked at";
      case ENFORCE:
        return "enforced";
      case CANARY:
        return share(rule);
      default:
        return "reported";
    }
  }

  private String share(Rule rule) {
    String share = policy.canary().percent() + "% of " + policy.canary().unit().label() + "s";
    switch (policy.canary().unit()) {
      case CONNECTION:
        return "enforced for " + share;
      default:
        if (canary == null) {
          return "enforced for " + share + "; --instance NAME tells whether here";
        }
        boolean in = effective.enforced().contains(rule);
        return in ? "enforced: among " + share : "reported: not among " + share;
    }
  }
}
