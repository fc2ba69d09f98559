package dev.stockade.policy.rule;

/**
 * The rules that a connection or a call can offend, by the id that options, records and documents
 * use.
 */
public enum Rule {
  TLS_MIN_VERSION("tls.min-version", Enforceable.BY_MODE),
  TLS_FORWARD_SECRECY("tls.forward-secrecy", Enforceable.BY_MODE),
  TLS_CIPHER_STRENGTH("tls.cipher-strength", Enforceable.BY_MODE),
  TLS_DH_SIZE("tls.dh-size", Enforceable.BY_OWN_STAGE),
  TLS_TRUST_ALL("tls.trust-all", Enforceable.BY_OWN_STAGE),
  TLS_HOSTNAME("tls.hostname", Enforceable.BY_OWN_STAGE),
  AWS_CLEARTEXT("aws.cleartext", Enforceable.BY_MODE),
  AWS_UNSIGNED("aws.unsigned", Enforceable.BY_MODE),
  AWS_SIGNATURE_MALFORMED("aws.signature.malformed", Enforceable.BY_MODE),
  AWS_SIGNATURE_MISMATCH("aws.signature.mismatch", Enforceable.BY_MODE),
  AWS_SIGNATURE_SKEW("aws.signature.skew", Enforceable.NEVER),
  AWS_SIGNATURE_SCOPE("aws.signature.scope", Enforceable.NEVER),
  AWS_SIGNATURE_TOKEN("aws.signature.token", Enforceable.NEVER),
  AWS_SIGNATURE_EXPIRED("aws.signature.expired", Enforceable.NEVER),
  AWS_SIGNATURE_LEGACY("aws.signature.legacy", Enforceable.BY_OWN_STAGE),
  AWS_CREDENTIALS_LONG_TERM("aws.credentials.long-term", Enforceable.BY_OWN_STAGE),
  AWS_IMDS_V1("aws.imds-v1", Enforceable.BY_OWN_STAGE),
  TAMPER_SECURITY_PROPERTY("tamper.security-property", Enforceable.NEVER),
  TAMPER_PROVIDER("tamper.provider", Enforceable.NEVER),
  TAMPER_DEFAULT_CONTEXT("tamper.default-context", Enforceable.NEVER),
  TAMPER_HOSTNAME_VERIFIER("tamper.hostname-verifier", Enforceable.NEVER),
  TAMPER_SOCKET_FACTORY("tamper.socket-factory", Enforceable.NEVER),
  TAMPER_POLICY_FILE("tamper.policy-file", Enforceable.NEVER),
  TAMPER_JAR("tamper.jar", Enforceable.NEVER),
  TAMPER_MODE("tamper.mode", Enforceable.NEVER),
  TAMPER_HOOK("tamper.hook", Enforceable.NEVER);

  private final String id;
  private final Enforceable enforceable;

  Rule(String id, Enforceable enforceable) {
    this.id = id;
    this.enforceable = enforceable;
  }

  /** The rule with this id, or null. */
  public static Rule named(String id) {
    for (Rule rule : values()) {
      if (rule.id.equals(id)) {
        return rule;
      }
    }
    return null;
  }

  public Enforceable enforceable() {
    return enforceable;
  }

  /** Whether it may refuse anything at all. */
  public boolean isEnforceable() {
    return enforceable != Enforceable.NEVER;
  }

  /** Whether it is about connections, not about requests to AWS. */
  public boolean isAboutTls() {
    return id.startsWith("tls.");
  }

  /** Whether it is about Stockade and the JVM's settings, not about what goes over the network. */
  public boolean isAboutTampering() {
    return id.startsWith("tamper.");
  }

  /** The id in records, options and documents. */
  public String id() {
    return id;
  }
}
