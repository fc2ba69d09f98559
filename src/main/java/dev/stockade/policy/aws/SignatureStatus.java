package dev.stockade.policy.aws;

/** The status of an AWS request's signature, by the name in {@code aws.signature} of a record. */
public enum SignatureStatus {
  /** Recomputed and equal, or equal to what the SDK signed. */
  VALID("valid"),
  /** Well formed, but nothing is known with which it could be recomputed. */
  UNVERIFIABLE("unverifiable"),
  /** No credential of any kind where AWS needs one. */
  MISSING("missing"),
  /** AWS rejects it by its form. */
  MALFORMED("malformed"),
  /** Recomputed under every accepted canonical form, and none is equal. */
  MISMATCH("mismatch"),
  /** Right, but dated too far from this machine's clock. */
  SKEWED("skewed"),
  /** Right, but for another region or service than the host's. */
  OUT_OF_SCOPE("out-of-scope"),
  /** Right, but the presigned time is over. */
  EXPIRED("expired"),
  /** Signature version 2. */
  LEGACY("legacy"),
  /** None, and AWS accepts that here; or another kind of credential. */
  NOT_NEEDED("not-needed");

  private final String label;

  SignatureStatus(String label) {
    this.label = label;
  }

  /** The name in records. */
  public String label() {
    return label;
  }
}
