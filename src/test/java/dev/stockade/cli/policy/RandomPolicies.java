package dev.stockade.cli.policy;

import dev.stockade.policy.Cidr;
import dev.stockade.policy.Glob;
import dev.stockade.policy.Match;
import dev.stockade.policy.Policy;
import dev.stockade.policy.PolicyException;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.EnforcedBy;
import dev.stockade.policy.rule.Mode;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Stage;
import dev.stockade.policy.tls.Allowance;
import dev.stockade.policy.tls.Profiles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Policies by chance. */
public final class RandomPolicies {
  static final long TODAY = System.currentTimeMillis() / 86_400_000L;

  private final RandomFacts random;

  public RandomPolicies(RandomFacts random) {
    this.random = random;
  }

  public Policy next() {
    Map<Rule, Stage> stages = new EnumMap<>(Rule.class);
    for (Rule rule : Rule.values()) {
      if (random.below(3) == 0) {
        Stage stage = random.one(List.of(Stage.values()));
        stages.put(rule, rule.enforceable() == EnforcedBy.NEVER ? stage.lower(Stage.AUDIT) : stage);
      }
    }
    List<PolicyException> exceptions = new ArrayList<>();
    for (int i = random.below(5); i > 0; i--) {
      long lastDay = TODAY + random.below(3) - 1;
      exceptions.add(
          new PolicyException("e" + i, match(), allowance(), "team", "because", lastDay));
    }
    return new Policy.Builder()
        .mode(random.one(List.of(Mode.AUDIT, Mode.CANARY, Mode.ENFORCE)))
        .profile(random.one(new ArrayList<>(Profiles.names())))
        .stages(stages)
        .exceptions(exceptions)
        .endsExpired(random.below(2) == 0)
        .build();
  }

  private Match match() {
    return switch (random.below(6)) {
      case 0 -> new Match.Builder().host(new Glob("*.erp.internal")).build();
      case 1 -> new Match.Builder().cidr(Cidr.parse("10.0.0.0/25")).build();
      case 2 -> new Match.Builder().sni(new Glob("h?*")).direction(Direction.OUT).build();
      case 3 -> new Match.Builder().service(new Glob("ord*")).direction(Direction.IN).build();
      case 4 -> new Match.Builder().code("com.acme").build();
      default -> new Match.Builder().port(8443).build();
    };
  }

  private Allowance allowance() {
    Set<Rule> rules = EnumSet.noneOf(Rule.class);
    for (int i = random.below(4); i > 0; i--) {
      rules.add(random.one(List.of(Rule.values())));
    }
    return new Allowance(
        random.below(2) == 0 ? null : "TLSv1.1",
        random.below(2) == 0 ? Set.of() : Set.of("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"),
        rules);
  }
}
