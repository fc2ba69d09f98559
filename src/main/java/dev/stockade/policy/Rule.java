package dev.stockade.policy;

/**
 * The rules that a connection or a call can offend, by the id that options, records and documents
 * use.
 */
public enum Rule {
  TLS_MIN_VERSION("tls.min-version"),
  TLS_FORWARD_SECRECY("tls.forward-secrecy"),
  TLS_CIPHER_STRENGTH("tls.cipher-strength"),
  TLS_DH_SIZE("tls.dh-size"),
  AWS_CLEARTEXT("aws.cleartext"),
  AWS_UNSIGNED("aws.unsigned"),
  AWS_SIGNATURE_MALFORMED("aws.signature.malformed"),
  AWS_SIGNATURE_MISMATCH("aws.signature.mismatch"),
  AWS_SIGNATURE_SKEW("aws.signature.skew"),
  AWS_SIGNATURE_SCOPE("aws.signature.scope"),
  AWS_SIGNATURE_TOKEN("aws.signature.token"),
  AWS_SIGNATURE_EXPIRED("aws.signature.expired"),
  AWS_SIGNATURE_LEGACY("aws.signature.legacy"),
  AWS_CREDENTIALS_LONG_TERM("aws.credentials.long-term"),
  AWS_IMDS_V1("aws.imds-v1");

  private final String id;

  Rule(String id) {
    this.id = id;
  }

  /** The id in records, options and documents. */
  public String id() {
    return id;
  }
}
