package dev.stockade.cli;

import dev.stockade.aws.Verification;
import dev.stockade.policy.Observation;
import dev.stockade.policy.Rule;
import dev.stockade.policy.Signature;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is printed of one verification: a word, a rule and a sentence, with tabs between them. */
final class Sigv4Line {
  private final Verification verification;

  Sigv4Line(Verification verification) {
    this.verification = verification;
  }

  boolean isValid() {
    return word().equals("valid");
  }

  /** A right signature is valid, whatever AWS may object to its date or scope. */
  private String word() {
    Signature signature = verification.signature();
    if (signature == null) {
      return "unsigned";
    }
    switch (signature) {
      case SKEWED:
      case OUT_OF_SCOPE:
      case EXPIRED:
        return Signature.VALID.label();
      default:
        return signature.label();
    }
  }

  /** The first offended rule; that a key is a long-term one says nothing of its signatures. */
  private Observation offence() {
    for (Observation observation : verification.observations()) {
      if (observation.rule() != null && observation.rule() != Rule.AWS_CREDENTIALS_LONG_TERM) {
        return observation;
      }
    }
    return null;
  }

  private String sentence(Observation offence) {
    if (offence != null) {
      return offence.reason();
    }
    if (verification.diagnosis() != null) {
      return verification.diagnosis();
    }
    return verification.signature() == null
        ? "the request carries no AWS signature"
        : "the signature is right";
  }

  /** The same for programs. */
  Map<String, Object> members(int number) {
    Observation offence = offence();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("number", number);
    members.put("signature", word());
    if (offence != null) {
      members.put("rule", offence.rule().id());
    }
    members.put("reason", sentence(offence));
    return members;
  }

  @Override
  public String toString() {
    Observation offence = offence();
    return word() + "\t" + (offence == null ? "-" : offence.rule().id()) + "\t" + sentence(offence);
  }
}
