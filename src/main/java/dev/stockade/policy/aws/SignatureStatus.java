package dev.stockade.policy.aws;

import dev.stockade.policy.rule.Rule;

/**
 * The status of an AWS request's signature, by the name in {@code aws.signature} of a record, and
 * the rule that such a request offends.
 */
public enum SignatureStatus {
  /** Recomputed and equal, or equal to what the SDK signed. */
  VALID("valid", null),
  /** Well formed, but nothing is known with which it could be recomputed. */
  UNVERIFIABLE("unverifiable", null),
  /** No credential of any kind where AWS needs one. */
  MISSING("missing", Rule.AWS_UNSIGNED),
  /** AWS rejects it by its form. */
  MALFORMED("malformed", Rule.AWS_SIGNATURE_MALFORMED),
  /** Recomputed under every accepted canonical form, and none is equal. */
  MISMATCH("mismatch", Rule.AWS_SIGNATURE_MISMATCH),
  /** Right, but dated too far from this machine's clock. */
  SKEWED("skewed", Rule.AWS_SIGNATURE_SKEW),
  /** Right, but for another region or service than the host's. */
  OUT_OF_SCOPE("out-of-scope", Rule.AWS_SIGNATURE_SCOPE),
  /** Right, but the presigned time is over. */
  EXPIRED("expired", Rule.AWS_SIGNATURE_EXPIRED),
  /** Signature version 2. */
  LEGACY("legacy", Rule.AWS_SIGNATURE_LEGACY),
  /** None, and AWS accepts that here; or another kind of credential. */
  NOT_NEEDED("not-needed", null);

  private final String label;
  private final Rule rule;

  SignatureStatus(String label, Rule rule) {
    this.label = label;
    this.rule = rule;
  }

  /** The state that offends a rule; null where none does. */
  public static SignatureStatus offending(Rule rule) {
    for (SignatureStatus status : values()) {
      if (rule != null && status.rule == rule) {
        return status;
      }
    }
    return null;
  }

  /** The name in records. */
  public String label() {
    return label;
  }

  /** The rule that a request with such a signature always offends; null for none. */
  public Rule rule() {
    return rule;
  }
}
