package dev.stockade.policy.file;

import static dev.stockade.policy.file.ProblemAssertions.assertProblems;

import dev.stockade.policy.tls.Profiles;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with profiles of one's own: each kind is one sentence with its line. */
class ProfileProblemsTest {
  private static final String AT = "profiles[acme-2026]";
  private static final String GCM = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
  private static final String CBC = "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256";
  private static final String STATIC = "TLS_RSA_WITH_AES_128_GCM_SHA256";
  private static final String BSI = "bsi-tr-02102-2-2026-01-pfs";
  private static final String NEEDED = ": the profile needs an owner and a reason for that";

  static List<Arguments> kinds() {
    return List.of(
        kind("profiles: {}", "1: error: profiles must be a list, not a mapping"),
        kind(
            "profiles: [acme]",
            "1: error: profiles[1] must be a mapping of keys to values, not the text 'acme'"),
        kind(
            "profiles:\n  - extends: bsi\n    min-dh-bits: 4096", "2: error: profiles[1] lacks id"),
        kind(
            profile("extens: bsi", "min-dh-bits: 4096"),
            "3: error: unknown key 'extens' in " + AT + "; did you mean 'extends'?"),
        kind(
            "profiles:\n  - id: 2026\n    extends: bsi\n    min-dh-bits: 4096",
            "2: error: profiles[1].id must be text, not the number 2026: put it in quotes"),
        kind(
            "profiles:\n  - id: acme\n    extends: bsi\n    min-dh-bits: 4096",
            "2: error: profiles[acme].id must be an id with a year or number, in lower case, such as"
                + " acme-2026 (other contents need another id), not the text 'acme'"),
        kind(
            "profiles:\n  - id: pq-ready-2026-08\n    extends: bsi\n    min-dh-bits: 4096",
            "2: error: profiles[pq-ready-2026-08].id 'pq-ready-2026-08' is a profile that comes with"
                + " Stockade, which never changes: extend it under an id of your own"),
        kind(
            "profiles:\n  - id: nist\n    extends: bsi\n    min-dh-bits: 4096",
            "2: error: profiles[nist].id 'nist' is a profile that comes with Stockade, which never"
                + " changes: extend it under an id of your own"),
        kind(
            profile("extends: bsi", "min-dh-bits: 4096")
                + "  - {id: acme-2026, extends: bsi, min-dh-bits: 4096}\n",
            "5: error: a second profile has the id 'acme-2026', the first is in line 2"),
        kind(
            profile("extends: bsj", "min-dh-bits: 4096"),
            "3: error: "
                + AT
                + ".extends names no profile that there is or that stands above: 'bsj'; did you mean"
                + " 'bsi'?"),
        kind(
            profile("extends: acme-2026", "min-dh-bits: 4096"),
            "3: error: " + AT + ".extends is the profile itself"),
        kind(
            profile("extends: later-1", "min-dh-bits: 4096")
                + "  - {id: later-1, extends: bsi, min-dh-bits: 4096}\n",
            "3: error: "
                + AT
                + ".extends names no profile that there is or that stands above: 'later-1'"),
        kind(
            profile("add: {suites: [" + GCM + "]}"),
            "2: error: " + AT + " extends none, so it needs min-version"),
        kind(
            profile("min-version: TLSv1.2"),
            "2: error: " + AT + " extends none, so it needs add.suites"),
        kind(
            profile("extends: bsi"),
            "2: error: " + AT + " changes nothing of " + BSI + ": name that one"),
        kind(
            profile("extends: bsi", "remove: {suites: [" + STATIC + "]}"),
            "4: error: " + AT + ".remove.suites[1] is not in " + BSI + ": '" + STATIC + "'"),
        kind(
            profile("extends: bsi", "remove: {suites: [" + GCM + ", " + GCM + "]}"),
            "4: error: " + AT + ".remove.suites[2] stands twice: '" + GCM + "'"),
        kind(
            profile(
                "min-version: TLSv1.2",
                "add: {suites: [" + GCM + "]}",
                "remove: {suites: [" + GCM + "]}"),
            "5: error: " + AT + ".remove.suites has no effect: the profile extends none"),
        kind(
            profile("extends: bsi", "add: {suites: [" + GCM + "]}"),
            "4: error: " + AT + ".add.suites[1] is there already: '" + GCM + "'"),
        kind(
            profile("extends: bsi", "remove: {groups: [secp521r1]}", "add: {groups: [secp521r1]}"),
            "5: error: " + AT + ".add.groups[1] is removed above: 'secp521r1'"),
        kind(
            profile("extends: bsi", "add: {suites: [ECDHE-RSA-CHACHA20-POLY1305]}"),
            "4: error: "
                + AT
                + ".add.suites[1] is no cipher suite of IANA's registry:"
                + " 'ECDHE-RSA-CHACHA20-POLY1305', whose names are like"
                + " TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"),
        kind(
            profile("extends: bsi", "add: {groups: [prime256v1]}"),
            "4: error: "
                + AT
                + ".add.groups[1] is no group of IANA's registry: 'prime256v1', whose names are like"
                + " secp256r1 and X25519MLKEM768"),
        kind(
            profile("extends: bsi", "add: {schemes: [SHA256withRSA]}"),
            "4: error: "
                + AT
                + ".add.schemes[1] is no signature scheme of IANA's registry: 'SHA256withRSA', whose"
                + " names are like rsa_pss_rsae_sha256"),
        kind(
            profile("extends: bsi", "add: {cipher: [" + GCM + "]}"),
            "4: error: unknown key 'cipher' in "
                + AT
                + ".add; allowed are suites, groups, schemes"),
        kind(
            profile("extends: bsi", "add: {suites: " + GCM + "}"),
            "4: error: " + AT + ".add.suites must be a list, not the text '" + GCM + "'"),
        kind(
            profile("extends: bsi", "min-version: TLS1.3"),
            "4: error: "
                + AT
                + ".min-version must be one of SSLv3, TLSv1, TLSv1.1, TLSv1.2, TLSv1.3, not the text"
                + " 'TLS1.3'; did you mean 'TLSv1.3'?"),
        kind(
            profile("extends: bsi", "min-version: TLSv1.3", "recommended-version: TLSv1.2"),
            "5: error: " + AT + ".recommended-version is older than the minimum, TLSv1.3"),
        kind(
            profile("extends: bsi", "min-key-bits: 3k"),
            "4: error: "
                + AT
                + ".min-key-bits must be a whole number from 1 to 32768, not the text '3k'"),
        kind(
            profile("extends: bsi", "cbc: forbidden"),
            "4: error: "
                + AT
                + ".cbc must be one of encrypt-then-mac, any, not the text 'forbidden'"),
        kind(
            profile("extends: cnsa-1.0-rfc9151-pfs", "remove: {groups: [secp384r1]}"),
            "4: error: "
                + AT
                + ".remove.groups leaves none, which would mean that groups are not checked"),
        kind(
            profile("extends: cnsa-2.0-draft-05", "remove: {suites: [TLS_AES_256_GCM_SHA384]}"),
            "2: error: " + AT + " allows no cipher suite at all"),
        kind(
            profile("extends: bsi", "min-version: TLSv1.1"),
            "4: error: " + AT + ".min-version allows TLSv1.1" + NEEDED),
        kind(
            profile("extends: bsi", "add: {suites: [" + STATIC + "]}"),
            "4: error: "
                + AT
                + ".add.suites[1] adds "
                + STATIC
                + ", which has no forward secrecy"
                + NEEDED),
        kind(
            profile("extends: fips", "add: {suites: [" + CBC + "]}"),
            "4: error: " + AT + ".add.suites[1] adds " + CBC + ", which is in CBC mode" + NEEDED),
        kind(
            profile("extends: bsi", "add: {suites: [TLS_ECDHE_RSA_WITH_RC4_128_SHA]}"),
            "4: error: "
                + AT
                + ".add.suites[1] adds TLS_ECDHE_RSA_WITH_RC4_128_SHA, which uses RC4"
                + NEEDED),
        kind(
            profile("extends: bsi", "add: {schemes: [rsa_pkcs1_sha1]}"),
            "4: error: "
                + AT
                + ".add.schemes[1] adds rsa_pkcs1_sha1, which signs with SHA-1"
                + NEEDED),
        kind(
            profile("extends: bsi", "add: {groups: [sect571k1]}"),
            "4: error: "
                + AT
                + ".add.groups[1] adds sect571k1, which is too small or binary"
                + NEEDED),
        kind(
            profile(
                "extends: bsi",
                "remove: {suites: [TLS_AES_128_GCM_SHA256, TLS_AES_256_GCM_SHA384,"
                    + " TLS_AES_128_CCM_SHA256]}"),
            "2: error: "
                + AT
                + " leaves no cipher suite of TLS 1.3, which would mean that those are not checked"),
        kind(
            profile("extends: bsi", "min-dh-bits: 1024") + "profile: acme-2026\n",
            "4: error: " + AT + ".min-dh-bits allows less than 2048 bits" + NEEDED),
        kind(
            profile("extends: bsi", "add: {groups: [secp192r1]}"),
            "4: error: "
                + AT
                + ".add.groups[1] adds secp192r1, which is too small or binary"
                + NEEDED),
        kind(
            profile("extends: bsi", "min-key-bits: 1024"),
            "4: error: " + AT + ".min-key-bits allows less than 2048 bits" + NEEDED),
        kind(
            profile("extends: bsi", "min-dh-bits: 1024", "owner: payments"),
            "4: error: "
                + AT
                + ".min-dh-bits allows less than 2048 bits: the profile needs a reason for that"),
        kind(
            profile("extends: bsi", "min-ec-bits: 192", "reason: SEC-1"),
            "4: error: "
                + AT
                + ".min-ec-bits allows less than 224 bits: the profile needs an owner for that"),
        kind(
            profile("extends: bsi", "cbc: any"),
            "4: error: " + AT + ".cbc gives up what " + BSI + " asks for" + NEEDED),
        kind(
            profile("extends: bsi", "min-version: TLSv1.1", "owner: TODO", "reason: old"),
            "5: error: " + AT + ".owner is still TODO: write who or why"),
        kind(
            profile("extends: bsi", "min-version: TLSv1.1", "owner: payments", "reason: ''"),
            "6: error: " + AT + ".reason must be text, not empty"),
        kind(
            profile("extends: bsi", "min-dh-bits: 4096") + "profile: acme-2027\n",
            "5: error: profile must be one of acme-2026, "
                + Profiles.allowed()
                + ", not the text 'acme-2027'; did you mean 'acme-2026'?"),
        kind(
            "profiles: [" + String.join(", ", Collections.nCopies(101, "x")) + "]",
            "1: error: profiles must be a list of at most 100 profiles, not a list"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void eachIsOneSentenceWithItsLine(String file, String problem) {
    assertProblems(file, problem);
  }

  private static Arguments kind(String file, String problem) {
    return Arguments.of(file, problem);
  }

  /** One with these lines below its id, which is in line 2. */
  private static String profile(String... lines) {
    StringBuilder file = new StringBuilder("profiles:\n  - id: acme-2026\n");
    for (String line : lines) {
      file.append("    ").append(line).append('\n');
    }
    return file.toString();
  }
}
