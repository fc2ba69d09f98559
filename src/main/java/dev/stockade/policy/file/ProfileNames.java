package dev.stockade.policy.file;

import dev.stockade.policy.tls.CipherSuites;
import dev.stockade.policy.tls.ProfileDraft.Part;
import java.util.regex.Pattern;

/**
 * Names that a profile may list, by how IANA's registries build them, and which of them are weak.
 */
final class ProfileNames {
  private static final Pattern GROUP =
      Pattern.compile(
          "secp(160[kr]1|160r2|192[kr]1|224[kr]1|256[kr]1|384r1|521r1)"
              + "|sect(163[kr]1|163r2|193r[12]|233[kr]1|239k1|283[kr]1|409[kr]1|571[kr]1)"
              + "|brainpoolP(256|384|512)r1(tls13)?|x25519|x448|curveSM2"
              + "|ffdhe(2048|3072|4096|6144|8192)|MLKEM(512|768|1024)"
              + "|X25519MLKEM768|SecP256r1MLKEM768|SecP384r1MLKEM1024");

  /** Of less than 112 bits, or binary (RFC 9847 marks those as not to be used). */
  private static final Pattern WEAK_GROUP = Pattern.compile("secp1.*|sect.*");

  private static final Pattern SCHEME =
      Pattern.compile(
          "(rsa_pkcs1|dsa)_sha(1|224|256|384|512)|ecdsa_sha(1|224)|ecdsa_secp256r1_sha256"
              + "|ecdsa_secp384r1_sha384|ecdsa_secp521r1_sha512"
              + "|ecdsa_brainpoolP(256r1tls13_sha256|384r1tls13_sha384|512r1tls13_sha512)"
              + "|rsa_pss_(rsae|pss)_sha(256|384|512)|ed25519|ed448|mldsa(44|65|87)|sm2sig_sm3");

  private static final String OF_REGISTRY = " of IANA's registry: ";

  private ProfileNames() {}

  /** What is wrong with a name that no registry has; null where one has it. */
  static String unknown(Part part, String name) {
    if (part == Part.SUITES) {
      return SuiteNames.isRegistered(name)
          ? null
          : "is no cipher suite" + OF_REGISTRY + Wording.quoted(name) + SuiteNames.hint(name);
    }
    boolean isGroup = part == Part.GROUPS;
    if ((isGroup ? GROUP : SCHEME).matcher(name).matches()) {
      return null;
    }
    return (isGroup ? "is no group" : "is no signature scheme")
        + OF_REGISTRY
        + Wording.quoted(name)
        + ", whose names are like "
        + (isGroup ? "secp256r1 and X25519MLKEM768" : "rsa_pss_rsae_sha256");
  }

  /** Such as {@code adds X, which uses RC4}; null where it is not weak. */
  static String weakness(Part part, String name) {
    String why = null;
    if (part == Part.SUITES) {
      why = suiteWeakness(name);
    } else if (part == Part.GROUPS) {
      why = WEAK_GROUP.matcher(name).matches() ? "is too small or binary" : null;
    } else if (name.endsWith("_sha1")) {
      why = "signs with SHA-1";
    }
    return why == null ? null : "adds " + name + ", which " + why;
  }

  private static String suiteWeakness(String name) {
    String weakness = CipherSuites.weakness(name);
    if (weakness != null) {
      return weakness;
    }
    if (!CipherSuites.isForwardSecret(name)) {
      return "has no forward secrecy";
    }
    return name.contains("_CBC_") ? "is in CBC mode" : null;
  }
}
