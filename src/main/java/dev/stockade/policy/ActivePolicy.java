package dev.stockade.policy;

import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.canary.Canary;
import dev.stockade.policy.canary.CanaryChange;
import dev.stockade.policy.canary.CanarySettings;
import dev.stockade.policy.rule.Mode;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Stage;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The policy in force, for hooks to ask. It may be another one at the next question. Made of plain
 * strings, so that a program without TLS does not pay for policies at its start.
 */
public final class ActivePolicy {
  private final String mode;
  private final String profile;
  private final int canaryPercent;
  private final String service;
  private final String instance;
  private volatile Judge judge;

  private volatile PolicyUsage usage;

  /** Null until a rule was seen wrong. */
  private volatile Distrust distrust;

  /** Kept while no rule is in its stage: what it has taken back stays so. Guarded by this. */
  private Canary canary;

  /**
   * @param mode the label of a mode
   * @param profile the id of a profile that exists
   * @param instance may be null
   */
  public ActivePolicy(
      String mode, String profile, int canaryPercent, String service, String instance) {
    this.mode = mode;
    this.profile = profile;
    this.canaryPercent = canaryPercent;
    this.service = service;
    this.instance = instance;
  }

  /** This process's name, by which exceptions may be meant for it. */
  public String service() {
    return service;
  }

  /** Never null. */
  public Judge judge() {
    Judge now = judge;
    return now == null ? first() : now;
  }

  /**
   * From now on this policy holds.
   *
   * @param instance this process's name, by which the canary chooses; null where unknown
   * @param restored what the canary had taken back before a restart, oldest first
   */
  public synchronized void set(Policy policy, String instance, List<CanaryChange> restored) {
    if (hasCanary(policy)) {
      canary =
          canary == null
              ? new Canary(policy.canary(), instance == null ? "" : instance, restored)
              : canary.with(policy.canary());
    }
    judge = new Judge(policy, service, hasCanary(policy) ? canary : null);
  }

  /** What exceptions and candidate were good for, kept through changes of the policy. */
  public PolicyUsage usage() {
    PolicyUsage now = usage;
    return now == null ? firstUsage() : now;
  }

  private synchronized PolicyUsage firstUsage() {
    if (usage == null) {
      usage = new PolicyUsage();
    }
    return usage;
  }

  /** Counts a decision where there are exceptions or a candidate. */
  public void count(Judge judge, Decision decision) {
    if (judge.policy().candidate() != null || decision.exception() != null) {
      usage().count(judge.policy(), decision);
    }
  }

  /** The rule was seen wrong about a service: it is not enforced there, whatever the policy. */
  public void distrust(Rule rule, String service) {
    Distrust now = distrust;
    (now == null ? firstDistrust() : now).add(rule, service);
  }

  private synchronized Distrust firstDistrust() {
    if (distrust == null) {
      distrust = new Distrust();
    }
    return distrust;
  }

  /** The operator sets the rule again. */
  public synchronized void trust(Rule rule) {
    if (distrust != null) {
      distrust.clear(rule);
    }
  }

  /** Rules that were seen wrong, each with the service about which it was; mostly empty. */
  public List<String> distrusted() {
    Distrust now = distrust;
    return now == null ? Collections.<String>emptyList() : now.all();
  }

  /** Of what holds for a request, what is left where a rule was seen wrong. */
  public EffectivePolicy trusted(EffectivePolicy effective, AwsFacts facts) {
    Distrust now = distrust;
    return now == null ? effective : now.without(effective, facts);
  }

  /** What exceptions, candidate and canary were good for, for the engine that continues with it. */
  public synchronized Map<String, Object> members() {
    Map<String, Object> members = usage().members();
    if (canary != null) {
      members.put("canary", canary.members());
    }
    members.put("distrusted", distrusted());
    return members;
  }

  /** Another engine's {@link #members}. */
  public synchronized void add(Map<?, ?> members, long nowMillis) {
    usage().add(members);
    if (canary != null && members.get("canary") instanceof Map) {
      canary.add((Map<?, ?>) members.get("canary"), nowMillis);
    }
    if (members.get("distrusted") instanceof List) {
      for (Object one : (List<?>) members.get("distrusted")) {
        String[] names = String.valueOf(one).split(" ", 2);
        Rule rule = Rule.named(names[0]);
        if (rule != null && names.length == 2) {
          distrust(rule, names[1]);
        }
      }
    }
  }

  private synchronized Judge first() {
    if (judge == null) {
      Policy policy =
          new Policy.Builder()
              .mode(Mode.valueOf(mode.toUpperCase(Locale.ROOT)))
              .profile(profile)
              .canary(CanarySettings.DEFAULT.withPercent(canaryPercent))
              .build();
      set(policy, instance, Collections.<CanaryChange>emptyList());
    }
    return judge;
  }

  private static boolean hasCanary(Policy policy) {
    for (Rule rule : Rule.values()) {
      if (policy.stage(rule) == Stage.CANARY) {
        return true;
      }
    }
    return false;
  }
}
