package dev.stockade.cli.policy;

import dev.stockade.policy.aws.SignatureStatus;
import dev.stockade.policy.rule.Observation;
import dev.stockade.policy.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** Rules that a signature's state implies, also those that nobody watched. */
public final class SignatureRules {
  private SignatureRules() {}

  /** The rule that a request with such a signature always offends; null for none. */
  static Rule of(SignatureStatus signature) {
    if (signature == null) {
      return null;
    }
    switch (signature) {
      case MISSING:
        return Rule.AWS_UNSIGNED;
      case MALFORMED:
        return Rule.AWS_SIGNATURE_MALFORMED;
      case MISMATCH:
        return Rule.AWS_SIGNATURE_MISMATCH;
      case SKEWED:
        return Rule.AWS_SIGNATURE_SKEW;
      case OUT_OF_SCOPE:
        return Rule.AWS_SIGNATURE_SCOPE;
      case EXPIRED:
        return Rule.AWS_SIGNATURE_EXPIRED;
      case LEGACY:
        return Rule.AWS_SIGNATURE_LEGACY;
      default:
        return null;
    }
  }

  /** The observations, and that one where it is missing. */
  public static List<Observation> completed(
      List<Observation> observations, SignatureStatus signature) {
    Rule implied = of(signature);
    if (implied == null || observations.stream().anyMatch(seen -> seen.rule() == implied)) {
      return observations;
    }
    List<Observation> all = new ArrayList<>(observations);
    all.add(new Observation(implied, "the signature is " + signature.label()));
    return all;
  }
}
