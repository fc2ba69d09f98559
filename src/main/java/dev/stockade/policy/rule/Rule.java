package dev.stockade.policy.rule;

/**
 * The rules that a connection or a call can offend: the id that options, records and documents use,
 * what an offence is worth where the policy says nothing else, and whether it may refuse anything.
 */
public enum Rule {
  TLS_MIN_VERSION("tls.min-version", Verdict.VIOLATION, EnforcedBy.BY_MODE),
  TLS_FORWARD_SECRECY("tls.forward-secrecy", Verdict.VIOLATION, EnforcedBy.BY_MODE),
  TLS_CIPHER_STRENGTH("tls.cipher-strength", Verdict.VIOLATION, EnforcedBy.BY_MODE),
  TLS_DH_SIZE("tls.dh-size", Verdict.WARN, EnforcedBy.BY_OWN_STAGE),
  TLS_GROUP("tls.group", Verdict.WARN, EnforcedBy.BY_OWN_STAGE),
  TLS_SIGNATURE_SCHEME("tls.signature-scheme", Verdict.WARN, EnforcedBy.BY_OWN_STAGE),
  TLS_EXTENDED_MASTER_SECRET("tls.extended-master-secret", Verdict.WARN, EnforcedBy.BY_OWN_STAGE),
  TLS_TRUST_ALL("tls.trust-all", Verdict.WARN, EnforcedBy.BY_OWN_STAGE),
  TLS_HOSTNAME("tls.hostname", Verdict.WARN, EnforcedBy.BY_OWN_STAGE),
  TLS_CERTIFICATE_EXPIRY("tls.certificate.expiry", Verdict.WARN, EnforcedBy.NEVER),
  TLS_CERTIFICATE_KEY_SIZE("tls.certificate.key-size", Verdict.WARN, EnforcedBy.BY_OWN_STAGE),
  TLS_CERTIFICATE_SIGNATURE("tls.certificate.signature", Verdict.WARN, EnforcedBy.BY_OWN_STAGE),
  AWS_CLEARTEXT("aws.cleartext", Verdict.VIOLATION, EnforcedBy.BY_MODE),
  AWS_UNSIGNED("aws.unsigned", Verdict.VIOLATION, EnforcedBy.BY_MODE),
  AWS_SIGNATURE_MALFORMED("aws.signature.malformed", Verdict.VIOLATION, EnforcedBy.BY_MODE),
  AWS_SIGNATURE_MISMATCH("aws.signature.mismatch", Verdict.VIOLATION, EnforcedBy.BY_MODE),
  AWS_SIGNATURE_SKEW("aws.signature.skew", Verdict.WARN, EnforcedBy.NEVER),
  AWS_SIGNATURE_SCOPE("aws.signature.scope", Verdict.WARN, EnforcedBy.NEVER),
  AWS_SIGNATURE_TOKEN("aws.signature.token", Verdict.WARN, EnforcedBy.NEVER),
  AWS_SIGNATURE_EXPIRED("aws.signature.expired", Verdict.WARN, EnforcedBy.NEVER),
  AWS_SIGNATURE_LEGACY("aws.signature.legacy", Verdict.WARN, EnforcedBy.BY_OWN_STAGE),
  AWS_CREDENTIALS_LONG_TERM("aws.credentials.long-term", Verdict.NOTE, EnforcedBy.BY_OWN_STAGE),
  AWS_IMDS_V1("aws.imds-v1", Verdict.NOTE, EnforcedBy.BY_OWN_STAGE),
  TAMPER_SECURITY_PROPERTY("tamper.security-property", Verdict.WARN, EnforcedBy.NEVER),
  TAMPER_PROVIDER("tamper.provider", Verdict.NOTE, EnforcedBy.NEVER),
  TAMPER_DEFAULT_CONTEXT("tamper.default-context", Verdict.NOTE, EnforcedBy.NEVER),
  // The JDK's own refuses whatever does not match: another one can only accept more.
  TAMPER_HOSTNAME_VERIFIER("tamper.hostname-verifier", Verdict.WARN, EnforcedBy.NEVER),
  TAMPER_SOCKET_FACTORY("tamper.socket-factory", Verdict.NOTE, EnforcedBy.NEVER),
  TAMPER_POLICY_FILE("tamper.policy-file", Verdict.WARN, EnforcedBy.NEVER),
  TAMPER_JAR("tamper.jar", Verdict.WARN, EnforcedBy.NEVER),
  TAMPER_MODE("tamper.mode", Verdict.NOTE, EnforcedBy.NEVER),
  TAMPER_HOOK("tamper.hook", Verdict.WARN, EnforcedBy.NEVER);

  private final String id;
  private final Verdict severity;
  private final EnforcedBy enforceable;

  Rule(String id, Verdict severity, EnforcedBy enforceable) {
    this.id = id;
    this.severity = severity;
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

  /** The verdict of an offence, unless something makes this one milder or the policy raises it. */
  public Verdict severity() {
    return severity;
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
