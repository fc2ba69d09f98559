package dev.stockade.policy;

import dev.stockade.policy.aws.AwsPolicy;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.RuleSelection;
import dev.stockade.policy.tls.Allowance;
import dev.stockade.policy.tls.Profile;
import dev.stockade.policy.tls.TlsPolicy;
import java.util.EnumSet;
import java.util.Set;

/** The demands of the policy on one destination, and what of that is enforced there. Immutable. */
public final class EffectivePolicy {
  private final Profile profile;
  private final RuleSelection rules;
  private final TlsPolicy tls;
  private final TlsPolicy grantedTls;
  private final TlsPolicy enforcedTls;
  private final AwsPolicy aws;
  private final AwsPolicy grantedAws;
  private final AwsPolicy enforcedAws;
  private final PolicyException exception;
  private final boolean expired;
  private final Set<Rule> enforced;

  /**
   * @param exception the exception that is for this destination, or null
   * @param expired whether it is reported as expired
   * @param enforced the rules that are enforced here; kept
   */
  EffectivePolicy(
      Profile profile,
      RuleSelection rules,
      PolicyException exception,
      boolean expired,
      Set<Rule> enforced) {
    this.profile = profile;
    this.rules = rules;
    this.exception = exception;
    this.expired = expired;
    this.enforced = enforced;
    Allowance allowance = exception == null ? null : exception.allowance();
    RuleSelection granted = exception == null ? rules : rules.without(allowance.rules());
    tls = new TlsPolicy(profile, rules, null);
    grantedTls = exception == null ? tls : new TlsPolicy(profile, granted, allowance);
    aws = new AwsPolicy(rules);
    grantedAws = exception == null ? aws : new AwsPolicy(granted);
    RuleSelection hard = granted.only(enforced);
    enforcedTls = new TlsPolicy(profile, hard, allowance);
    enforcedAws = new AwsPolicy(hard);
  }

  /** The same demands, none of them enforced. */
  public EffectivePolicy reported() {
    return enforcing(EnumSet.noneOf(Rule.class));
  }

  /** The same demands, of which these rules are enforced. */
  EffectivePolicy enforcing(EnumSet<Rule> others) {
    return new EffectivePolicy(profile, rules, exception, expired, others);
  }

  /** The demands on TLS without an exception. */
  TlsPolicy tls() {
    return tls;
  }

  /** The demands on TLS that an exception leaves. */
  public TlsPolicy grantedTls() {
    return grantedTls;
  }

  /** Of {@link #grantedTls} what is enforced here: by this offers are narrowed. */
  public TlsPolicy enforcedTls() {
    return enforcedTls;
  }

  AwsPolicy aws() {
    return aws;
  }

  AwsPolicy grantedAws() {
    return grantedAws;
  }

  AwsPolicy enforcedAws() {
    return enforcedAws;
  }

  /** The exception that is for this destination, needed or not; null for none. */
  public PolicyException exception() {
    return exception;
  }

  boolean isExpired() {
    return expired;
  }

  /** The rules that are enforced here. */
  public Set<Rule> enforced() {
    return enforced;
  }

  /** Whether anything is. */
  public boolean enforce() {
    return !enforced.isEmpty();
  }
}
