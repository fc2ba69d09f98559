package dev.stockade.enforce;

/**
 * IANA's name of a cipher suite that OpenSSL names its own way, {@code AES128-SHA} for {@code
 * TLS_RSA_WITH_AES_128_CBC_SHA}. Netty translates most, but passes on what it has no name for.
 */
public final class OpenSslSuites {
  /** How OpenSSL starts a name, and how IANA does. What starts otherwise is static RSA. */
  private static final String[][] KEY_EXCHANGES = {
    {"ECDHE-ECDSA-", "ECDHE_ECDSA"},
    {"ECDHE-RSA-", "ECDHE_RSA"},
    {"ECDHE-PSK-", "ECDHE_PSK"},
    {"DHE-RSA-", "DHE_RSA"},
    {"DHE-DSS-", "DHE_DSS"},
    {"DHE-PSK-", "DHE_PSK"},
    {"EDH-RSA-", "DHE_RSA"},
    {"EDH-DSS-", "DHE_DSS"},
    {"ECDH-ECDSA-", "ECDH_ECDSA"},
    {"ECDH-RSA-", "ECDH_RSA"},
    {"DH-RSA-", "DH_RSA"},
    {"DH-DSS-", "DH_DSS"},
    {"RSA-PSK-", "RSA_PSK"},
    {"PSK-", "PSK"},
    {"AECDH-", "ECDH_anon"},
    {"ADH-", "DH_anon"},
  };

  /** How OpenSSL starts a cipher, and how IANA does with the block mode that OpenSSL leaves out. */
  private static final String[][] CIPHERS = {
    {"AES128-GCM-", "AES_128_GCM_"},
    {"AES256-GCM-", "AES_256_GCM_"},
    {"AES128-CCM8", "AES_128_CCM_8"},
    {"AES256-CCM8", "AES_256_CCM_8"},
    {"AES128-CCM", "AES_128_CCM"},
    {"AES256-CCM", "AES_256_CCM"},
    {"AES128-CBC-", "AES_128_CBC_"},
    {"AES256-CBC-", "AES_256_CBC_"},
    {"AES128-", "AES_128_CBC_"},
    {"AES256-", "AES_256_CBC_"},
    {"CAMELLIA128-", "CAMELLIA_128_CBC_"},
    {"CAMELLIA256-", "CAMELLIA_256_CBC_"},
    {"ARIA128-GCM-", "ARIA_128_GCM_"},
    {"ARIA256-GCM-", "ARIA_256_GCM_"},
    {"CHACHA20-POLY1305", "CHACHA20_POLY1305_SHA256"},
    {"DES-CBC3-", "3DES_EDE_CBC_"},
    {"3DES-EDE-CBC-", "3DES_EDE_CBC_"},
    {"DES-CBC-", "DES_CBC_"},
    {"RC4-", "RC4_128_"},
    {"SEED-", "SEED_CBC_"},
    {"IDEA-CBC-", "IDEA_CBC_"},
    {"NULL-", "NULL_"},
  };

  /** What Netty puts before a name while no version is negotiated. */
  private static final String UNKNOWN = "UNKNOWN_";

  private OpenSslSuites() {}

  /** IANA's name; the given one where it is that already, or is unknown. */
  public static String ianaName(String name) {
    if (name.startsWith("TLS_") || name.startsWith("SSL_")) {
      return name;
    }
    if (name.startsWith(UNKNOWN)) {
      return "TLS_" + name.substring(UNKNOWN.length());
    }
    String keyExchange = "RSA";
    String rest = name;
    for (String[] known : KEY_EXCHANGES) {
      if (name.startsWith(known[0])) {
        keyExchange = known[1];
        rest = name.substring(known[0].length());
        break;
      }
    }
    for (String[] known : CIPHERS) {
      if (rest.startsWith(known[0])) {
        return "TLS_" + keyExchange + "_WITH_" + known[1] + rest.substring(known[0].length());
      }
    }
    return name;
  }

  static String[] ianaNames(String[] names) {
    String[] iana = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      iana[i] = ianaName(names[i]);
    }
    return iana;
  }
}
