package dev.stockade.journal;

/** The subject of a record, by the name in the journal's field {@code kind}. */
public enum EventKind {
  /** A handshake that was completed. */
  TLS_HANDSHAKE("tls.handshake"),
  /** A handshake that failed for a reason that is not Stockade's. */
  TLS_FAILED("tls.failed"),
  /** A handshake that Stockade refused, or that failed because nothing allowed was in common. */
  TLS_BLOCKED("tls.blocked"),
  /** A certificate that was seen for the first time, or that something is new about. */
  TLS_CERTIFICATE("tls.certificate"),
  /** A request to AWS. */
  AWS_REQUEST("aws.request"),
  /** A request to AWS that Stockade refused. */
  AWS_BLOCKED("aws.blocked"),
  /** What AWS answered to a request. */
  AWS_ANSWER("aws.answer"),
  /** AWS answered a request that no HTTP client was seen to send. */
  AWS_UNSEEN("aws.unseen"),
  /** The canary took a rule back. */
  CANARY_CHANGE("canary.change"),
  /** Another policy is in force, or a new one was refused. */
  POLICY_CHANGE("policy.change"),
  /** The protection was weakened or touched at run time. */
  TAMPER("tamper"),
  /** Stockade started, stopped or changed. */
  LIFECYCLE("lifecycle"),
  /** Records were lost because the queue was full or the file could not be written. */
  DROPPED("dropped");

  private final String label;

  EventKind(String label) {
    this.label = label;
  }

  /** Whether it is about the answer to a request, which is counted by an event of its own. */
  public boolean isAnswer() {
    return this == AWS_ANSWER || this == AWS_UNSEEN;
  }

  /** The name in records. */
  public String label() {
    return label;
  }
}
