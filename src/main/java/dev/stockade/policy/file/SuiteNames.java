package dev.stockade.policy.file;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Recognizes names that may stand in IANA's registry of TLS cipher suites, by how such names are
 * built: key exchange, {@code WITH}, cipher and hash.
 */
final class SuiteNames {
  private static final String KEY_EXCHANGE =
      "(NULL|(RSA|(DHE?_(RSA|DSS))|DH_anon|KRB5)(_EXPORT)?|(DHE_|RSA_|ECDHE_)?PSK|PSK_DHE"
          + "|ECDHE?_(ECDSA|RSA)|ECDH_anon|ECCPWD|SRP_SHA(_RSA|_DSS)?|GOSTR341112_256)";
  private static final String BLOCK = "(AES|ARIA|CAMELLIA)_(128|256)";
  private static final String CIPHER =
      "(NULL_(NULL|MD5|SHA(256|384)?)|RC4_(40|128)_(MD5|SHA)|RC2_CBC_40_(MD5|SHA)"
          + "|(DES|DES40|3DES_EDE|IDEA|SEED)_CBC_(MD5|SHA)|DES_CBC_40_(MD5|SHA)|"
          + BLOCK
          + "_(CBC_SHA(256|384)?|GCM_SHA(256|384))|AES_(128|256)_CCM(_8)?(_SHA(256|384))?"
          + "|CHACHA20_POLY1305_SHA256|28147_CNT_IMIT|(KUZNYECHIK|MAGMA)_(CTR_OMAC|MGM_[LS]))";
  private static final Pattern TLS12 = Pattern.compile("TLS_" + KEY_EXCHANGE + "_WITH_" + CIPHER);
  private static final Pattern TLS13 =
      Pattern.compile(
          "TLS_(AES_(128_GCM|128_CCM(_8)?)_SHA256|AES_256_GCM_SHA384|CHACHA20_POLY1305_SHA256"
              + "|SM4_[GC]CM_SM3|AEGIS_(256_SHA512|128L_SHA256)|SHA256_SHA256|SHA384_SHA384)");

  private SuiteNames() {}

  /** Also true for the few names that are built rightly and belong to no suite. */
  static boolean isRegistered(String name) {
    return TLS12.matcher(name).matches() || TLS13.matcher(name).matches();
  }

  /** What may have been meant, or nothing. */
  static String hint(String name) {
    String newer =
        name.startsWith("SSL_") ? "TLS_" + name.substring(4) : name.toUpperCase(Locale.ROOT);
    return isRegistered(newer)
        ? "; did you mean '" + newer + "'?"
        : ", whose names are like TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
  }
}
