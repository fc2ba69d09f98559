package dev.stockade.policy;

/** The rules that a connection can offend, by the id that options, records and documents use. */
public enum Rule {
  TLS_MIN_VERSION("tls.min-version"),
  TLS_FORWARD_SECRECY("tls.forward-secrecy"),
  TLS_CIPHER_STRENGTH("tls.cipher-strength"),
  TLS_DH_SIZE("tls.dh-size");

  private final String id;

  Rule(String id) {
    this.id = id;
  }

  /** The id in records, options and documents. */
  public String id() {
    return id;
  }
}
