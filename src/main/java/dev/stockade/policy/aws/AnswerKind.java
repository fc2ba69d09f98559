package dev.stockade.policy.aws;

/** What AWS made of a request, by the name in {@code aws.answer} of a record. */
public enum AnswerKind {
  /** Who asked is who it says: the request was carried out, or failed for what it asked. */
  ACCEPTED("accepted"),
  /** The signature is not the one that AWS computes, or is not there. */
  REFUSED_SIGNATURE("refused-signature"),
  /** Its time is too far from AWS's clock. */
  REFUSED_CLOCK("refused-clock"),
  /** For another reason: a key, a permission, what was asked, a fault of the service. */
  REFUSED("refused");

  private final String label;

  AnswerKind(String label) {
    this.label = label;
  }

  /** The name in records. */
  public String label() {
    return label;
  }
}
