package dev.stockade.policy.rule;

/**
 * The rules that a connection or a call can offend, by the id that options, records and documents
 * use.
 */
public enum Rule {
  TLS_MIN_VERSION("tls.min-version", EnforcedBy.BY_MODE),
  TLS_FORWARD_SECRECY("tls.forward-secrecy", EnforcedBy.BY_MODE),
  TLS_CIPHER_STRENGTH("tls.cipher-strength", EnforcedBy.BY_MODE),
  TLS_DH_SIZE("tls.dh-size", EnforcedBy.BY_OWN_STAGE),
  TLS_TRUST_ALL("tls.trust-all", EnforcedBy.BY_OWN_STAGE),
  TLS_HOSTNAME("tls.hostname", EnforcedBy.BY_OWN_STAGE),
  AWS_CLEARTEXT("aws.cleartext", EnforcedBy.BY_MODE),
  AWS_UNSIGNED("aws.unsigned", EnforcedBy.BY_MODE),
  AWS_SIGNATURE_MALFORMED("aws.signature.malformed", EnforcedBy.BY_MODE),
  AWS_SIGNATURE_MISMATCH("aws.signature.mismatch", EnforcedBy.BY_MODE),
  AWS_SIGNATURE_SKEW("aws.signature.skew", EnforcedBy.NEVER),
  AWS_SIGNATURE_SCOPE("aws.signature.scope", EnforcedBy.NEVER),
  AWS_SIGNATURE_TOKEN("aws.signature.token", EnforcedBy.NEVER),
  AWS_SIGNATURE_EXPIRED("aws.signature.expired", EnforcedBy.NEVER),
  AWS_SIGNATURE_LEGACY("aws.signature.legacy", EnforcedBy.BY_OWN_STAGE),
  AWS_CREDENTIALS_LONG_TERM("aws.credentials.long-term", EnforcedBy.BY_OWN_STAGE),
  AWS_IMDS_V1("aws.imds-v1", EnforcedBy.BY_OWN_STAGE),
  TAMPER_SECURITY_PROPERTY("tamper.security-property", EnforcedBy.NEVER),
  TAMPER_PROVIDER("tamper.provider", EnforcedBy.NEVER),
  TAMPER_DEFAULT_CONTEXT("tamper.default-context", EnforcedBy.NEVER),
  TAMPER_HOSTNAME_VERIFIER("tamper.hostname-verifier", EnforcedBy.NEVER),
  TAMPER_SOCKET_FACTORY("tamper.socket-factory", EnforcedBy.NEVER),
  TAMPER_POLICY_FILE("tamper.policy-file", EnforcedBy.NEVER),
  TAMPER_JAR("tamper.jar", EnforcedBy.NEVER),
  TAMPER_MODE("tamper.mode", EnforcedBy.NEVER),
  TAMPER_HOOK("tamper.hook", EnforcedBy.NEVER);

  private final String id;
  private final EnforcedBy enforceable;

  Rule(String id, EnforcedBy enforceable) {
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

  public EnforcedBy enforceable() {
    return enforceable;
  }

  /** Whether it may refuse anything at all. */
  public boolean isEnforceable() {
    return enforceable != EnforcedBy.NEVER;
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
