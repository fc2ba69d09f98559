package dev.stockade.cli.aws;

import dev.stockade.aws.sigv4.VerificationResult;
import dev.stockade.policy.aws.SignatureStatus;
import dev.stockade.policy.rule.Observation;
import dev.stockade.policy.rule.Rule;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The line that is printed of one verification: a word, a rule and a sentence, with tabs between
 * them.
 */
final class Sigv4Line {
  private final VerificationResult verification;
  private final String suspicion;
  private final boolean otherClock;

  /**
   * @param suspicion what made a wrong signature, where that was found; else null
   * @param otherClock whether dates were compared with a given time
   */
  Sigv4Line(VerificationResult verification, String suspicion, boolean otherClock) {
    this.verification = verification;
    this.suspicion = suspicion;
    this.otherClock = otherClock;
  }

  /** Whether AWS takes the request, as far as can be known here. */
  boolean isValid() {
    return word().equals("valid");
  }

  private String word() {
    SignatureStatus signature = verification.signature();
    if (signature == null) {
      return "unsigned";
    }
    return signature == SignatureStatus.VALID && isRejected() ? "rejected" : signature.label();
  }

  /** A right signature does not help where the token or a header of S3 is wrong. */
  private boolean isRejected() {
    for (Observation observation : verification.observations()) {
      if (observation.rule() == null || observation.rule() == Rule.AWS_SIGNATURE_TOKEN) {
        return true;
      }
    }
    return false;
  }

  /** The first offended rule; that a key is a long-term one says nothing of its signatures. */
  private Rule rule() {
    for (Observation observation : verification.observations()) {
      if (isOffence(observation)) {
        return observation.rule();
      }
    }
    return null;
  }

  private static boolean isOffence(Observation observation) {
    return observation.rule() != null && observation.rule() != Rule.AWS_CREDENTIALS_LONG_TERM;
  }

  private String sentence() {
    StringBuilder all = new StringBuilder();
    boolean right = verification.signature() == SignatureStatus.VALID;
    for (Observation observation : verification.observations()) {
      if (isOffence(observation) || (right && observation.rule() == null)) {
        all.append(all.length() == 0 ? "" : "; ").append(observation.reason());
      }
    }
    if (suspicion != null) {
      return suspicion;
    }
    if (all.length() > 0) {
      String text = all.toString();
      return otherClock ? text.replace("this machine's clock", "the time of --clock") : text;
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
    Rule rule = rule();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("number", number);
    members.put("signature", word());
    if (rule != null) {
      members.put("rule", rule.id());
    }
    members.put("reason", sentence());
    return members;
  }

  @Override
  public String toString() {
    Rule rule = rule();
    return word() + "\t" + (rule == null ? "-" : rule.id()) + "\t" + sentence();
  }
}
