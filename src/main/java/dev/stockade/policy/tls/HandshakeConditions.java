package dev.stockade.policy.tls;

import dev.stockade.policy.rule.FindingBuilder;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.RuleSelection;
import dev.stockade.policy.rule.Verdict;
import java.util.Arrays;
import java.util.List;

/**
 * Judges what a profile asks of a handshake beyond its version and cipher suite: the group, the
 * signature scheme, the extended master secret, encrypt-then-MAC, renegotiation, and how long all
 * of it may be used. What is unknown offends nothing; where nothing is offended nothing is
 * allocated.
 */
final class HandshakeConditions {
  private static final String CBC = "_CBC_";

  /**
   * Providers that never negotiate it: of JSSE the extension is a name alone, and BoringSSL has
   * none. Of others it is not known.
   */
  private static final List<String> LACK_ENCRYPT_THEN_MAC = Arrays.asList("SunJSSE", "Conscrypt");

  private final Profile profile;
  private final RuleSelection rules;
  private final boolean groups;
  private final boolean schemes;
  private final boolean masterSecret;
  private final boolean cbc;

  HandshakeConditions(Profile profile, RuleSelection rules) {
    this.profile = profile;
    this.rules = rules;
    this.groups = !profile.groups().isEmpty() && rules.watches(Rule.TLS_GROUP);
    this.schemes = !profile.schemes().isEmpty() && rules.watches(Rule.TLS_SIGNATURE_SCHEME);
    this.masterSecret =
        profile.requiresExtendedMasterSecret() && rules.watches(Rule.TLS_EXTENDED_MASTER_SECRET);
    this.cbc = profile.cbcNeedsEncryptThenMac() && rules.watches(Rule.TLS_CIPHER_STRENGTH);
  }

  /** Whether the groups of an offer are narrowed where the rule is enforced. */
  boolean narrowsGroups() {
    return groups && rules.severity(Rule.TLS_GROUP) == Verdict.VIOLATION;
  }

  boolean allowsGroup(String name) {
    return !groups || profile.groups().contains(name);
  }

  /** Whether any of it is offended, or soon will be. */
  boolean areOffended(TlsFacts facts, long now) {
    return hasBadGroup(facts)
        || hasBadScheme(facts)
        || lacksMasterSecret(facts)
        || hasBareCbc(facts)
        || isForbiddenRenegotiation(facts)
        || isEnding(facts, now);
  }

  /** Adds what {@link #areOffended} found. */
  void addTo(FindingBuilder finding, TlsFacts facts, long now) {
    if (hasBadGroup(facts)) {
      add(finding, Rule.TLS_GROUP, unlisted("the key exchange used group " + facts.group()));
    }
    if (hasBadScheme(facts)) {
      String signed = "the peer signed with " + facts.signatureScheme();
      add(finding, Rule.TLS_SIGNATURE_SCHEME, unlisted(signed));
    }
    if (lacksMasterSecret(facts)) {
      add(
          finding,
          Rule.TLS_EXTENDED_MASTER_SECRET,
          "the handshake had no extended master secret, which profile "
              + profile.id()
              + " requires");
    }
    if (hasBareCbc(facts)) {
      // Milder than a suite outside the list: the suite is in it, and no engine of the JDK's can.
      finding.add(
          Verdict.WARN,
          Rule.TLS_CIPHER_STRENGTH,
          facts.cipher()
              + " was used without encrypt-then-MAC, which profile "
              + profile.id()
              + " wants for CBC");
    }
    if (isForbiddenRenegotiation(facts)) {
      finding.add(
          Verdict.WARN,
          (Rule) null,
          "the connection was renegotiated, which profile " + profile.id() + " forbids");
    }
    if (isEnding(facts, now)) {
      addEnding(finding, Rule.TLS_MIN_VERSION, facts.version(), now);
      addEnding(finding, Rule.TLS_CIPHER_STRENGTH, facts.cipher(), now);
      addEnding(finding, Rule.TLS_GROUP, facts.group(), now);
      addEnding(finding, Rule.TLS_SIGNATURE_SCHEME, facts.signatureScheme(), now);
    }
  }

  /** TLS 1.2 with DHE has none that counts: its size is what is judged. */
  private boolean hasBadGroup(TlsFacts facts) {
    return groups
        && facts.group() != null
        && !(facts.cipher() != null && CipherSuites.isEphemeralDh(facts.cipher()))
        && !profile.groups().contains(facts.group());
  }

  private boolean hasBadScheme(TlsFacts facts) {
    return schemes
        && facts.signatureScheme() != null
        && !profile.schemes().contains(facts.signatureScheme());
  }

  private boolean lacksMasterSecret(TlsFacts facts) {
    return masterSecret && Boolean.FALSE.equals(facts.extendedMasterSecret());
  }

  private boolean hasBareCbc(TlsFacts facts) {
    return cbc
        && facts.cipher() != null
        && facts.cipher().contains(CBC)
        && profile.suites().contains(facts.cipher())
        && LACK_ENCRYPT_THEN_MAC.contains(facts.provider());
  }

  private boolean isForbiddenRenegotiation(TlsFacts facts) {
    return profile.forbidsRenegotiation() && facts.isRenegotiated();
  }

  private boolean isEnding(TlsFacts facts, long now) {
    return isEnding(Rule.TLS_MIN_VERSION, facts.version(), now)
        || isEnding(Rule.TLS_CIPHER_STRENGTH, facts.cipher(), now)
        || isEnding(Rule.TLS_GROUP, facts.group(), now)
        || isEnding(Rule.TLS_SIGNATURE_SCHEME, facts.signatureScheme(), now);
  }

  private boolean isEnding(Rule rule, String name, long now) {
    return profile.until().endsSoon(name, now) && rules.watches(rule);
  }

  /** Of a date nothing is refused, whatever the rule's stage. */
  private void addEnding(FindingBuilder finding, Rule rule, String name, long now) {
    if (isEnding(rule, name, now)) {
      boolean over = profile.until().isOver(name, now);
      String until = profile.until().lastDay(name);
      finding.add(
          over ? Verdict.WARN : Verdict.NOTE,
          rule,
          name
              + (over ? " was to be used until " : " is to be used until ")
              + until
              + " by profile "
              + profile.id());
    }
  }

  private void add(FindingBuilder finding, Rule rule, String reason) {
    finding.add(rules.severity(rule), rule, reason);
  }

  private String unlisted(String what) {
    return what + ", which profile " + profile.id() + " does not list";
  }
}
