package dev.stockade.policy.tls;

import dev.stockade.policy.rule.Rule;

/**
 * Properties that a cipher suite's name states. Names are those of IANA's registry; the {@code
 * SSL_} prefix that older JDKs and IBM's keep for some or all suites means the same as {@code
 * TLS_}.
 */
public final class CipherSuites {
  /** A part of a suite's name, and what a suite with it does wrong. */
  private static final String[][] WEAKNESSES = {
    {"_NULL_", "does not encrypt"},
    // RFC 9150: TLS 1.3 suites for integrity alone.
    {"TLS_SHA256_SHA256", "does not encrypt"},
    {"TLS_SHA384_SHA384", "does not encrypt"},
    {"_anon_", "does not authenticate the server"},
    {"_EXPORT", "uses export-grade keys"},
    {"_RC4_", "uses RC4"},
    {"_RC2_", "uses RC2"},
    {"_DES_", "uses DES"},
    {"_DES40_", "uses DES"},
    {"_3DES_", "uses 3DES"},
    {"_IDEA_", "uses IDEA"},
    {"_SEED_", "uses SEED"},
    {"_MD5", "uses MD5"},
  };

  private CipherSuites() {}

  /** The other spelling of an IANA name. */
  static String olderName(String ianaName) {
    return "SSL_" + ianaName.substring(4);
  }

  /** Whether this is a signal sent in the list of suites, which can never be negotiated. */
  public static boolean isSignalling(String name) {
    return name.equals("TLS_EMPTY_RENEGOTIATION_INFO_SCSV") || name.equals("TLS_FALLBACK_SCSV");
  }

  /**
   * Whether a stolen long-term key leaves recorded traffic unreadable: all suites of TLS 1.3, and
   * ephemeral key exchange with an authenticated peer before. Anonymous suites are ephemeral too,
   * but without a known peer there is no secrecy to keep: they count as weak, not as forward
   * secret.
   */
  public static boolean isForwardSecret(String name) {
    if (isSignalling(name)) {
      return false;
    }
    return hasPrefix(name, "ECDHE_")
        || isEphemeralDh(name)
        || hasPrefix(name, "ECCPWD_")
        || isTls13(name);
  }

  /** Whether the key exchange is ephemeral finite-field Diffie-Hellman of TLS 1.2 and older. */
  public static boolean isEphemeralDh(String name) {
    // PSK_DHE is how the registry spells two suites of RFC 6655.
    return hasPrefix(name, "DHE_") || hasPrefix(name, "PSK_DHE_");
  }

  static boolean isWeak(String name) {
    return weakness(name) != null;
  }

  /** What a weak suite does wrong, such as {@code uses RC4}; null when it is not weak. */
  public static String weakness(String name) {
    for (String[] weakness : WEAKNESSES) {
      if (name.contains(weakness[0])) {
        return weakness[1];
      }
    }
    return null;
  }

  /**
   * The rule that a suite outside the profile offends. Weakness goes before missing forward
   * secrecy, so that tolerating static RSA for an old peer does not let in RC4 or no encryption by
   * the same exception.
   */
  static Rule offendedBy(String name) {
    boolean known = hasPrefix(name, "");
    return known && !isForwardSecret(name) && !isWeak(name)
        ? Rule.TLS_FORWARD_SECRECY
        : Rule.TLS_CIPHER_STRENGTH;
  }

  /** Whether a version could use the suite; true where the version is not known. */
  static boolean isOf(String name, String version) {
    int rank = Protocols.rank(version);
    return rank == Protocols.UNKNOWN || isTls13(name) == rank >= Protocols.rank("TLSv1.3");
  }

  /** TLS 1.3 names no key exchange, but for the suites with GOST ciphers in MGM mode. */
  static boolean isTls13(String name) {
    return hasPrefix(name, "") && (!name.contains("_WITH_") || name.contains("_MGM_"));
  }

  private static boolean hasPrefix(String name, String keyExchange) {
    return (name.startsWith("TLS_") || name.startsWith("SSL_")) && name.startsWith(keyExchange, 4);
  }
}
