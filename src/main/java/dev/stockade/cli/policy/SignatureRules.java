package dev.stockade.cli.policy;

import dev.stockade.policy.aws.SignatureStatus;
import dev.stockade.policy.rule.Observation;
import dev.stockade.policy.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** Rules that a signature's state implies, also those that were not watched. */
public final class SignatureRules {
  private SignatureRules() {}

  /** The observations, and the one that follows from the state where it is missing. */
  public static List<Observation> completed(
      List<Observation> observations, SignatureStatus signature) {
    Rule implied = signature == null ? null : signature.rule();
    if (implied == null || observations.stream().anyMatch(seen -> seen.rule() == implied)) {
      return observations;
    }
    List<Observation> all = new ArrayList<>(observations);
    all.add(new Observation(implied, "the signature is " + signature.label()));
    return all;
  }
}
