package dev.stockade.policy.tls;

import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.FindingBuilder;
import dev.stockade.policy.rule.Reason;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.RuleSelection;
import dev.stockade.policy.rule.Verdict;
import java.util.Collections;

/**
 * Judges the certificates that both sides of a handshake sent. Where all of them pass nothing is
 * allocated.
 *
 * <p>A certificate that names itself as its issuer and stands behind another one is a root: it is
 * trusted for being known, not for its signature. Of the authorities below it an offence is a
 * warning whatever the stage: where the one who verified has another anchor, such as an authority
 * that was signed across, what stands behind it in the chain was not looked at by anybody.
 */
final class CertificateRules {
  /** The datum that says which certificate a reason is about. */
  static final String CERTIFICATE = "certificate";

  /** Hashes that collide: as Java's names of signature algorithms begin. */
  private static final String[] BROKEN = {"SHA1with", "MD5with", "MD2with"};

  private final Profile profile;
  private final RuleSelection rules;
  private final boolean expiry;
  private final boolean keySize;
  private final boolean signature;

  CertificateRules(Profile profile, RuleSelection rules) {
    this.profile = profile;
    this.rules = rules;
    this.expiry = rules.watches(Rule.TLS_CERTIFICATE_EXPIRY);
    this.keySize = rules.watches(Rule.TLS_CERTIFICATE_KEY_SIZE);
    this.signature = rules.watches(Rule.TLS_CERTIFICATE_SIGNATURE);
  }

  /** Whether any certificate offends a rule. */
  boolean areOffended(TlsFacts facts, long now) {
    return areOffended(facts.serverChain(), now) || areOffended(facts.clientChain(), now);
  }

  private boolean areOffended(CertificateChain chain, long now) {
    if (chain == null) {
      return false;
    }
    if (endsSoon(chain.leaf(), now)) {
      return true;
    }
    for (int i = 0; i < chain.size(); i++) {
      if (hasSmallKey(chain, i) || hasBrokenSignature(chain, i)) {
        return true;
      }
    }
    return false;
  }

  /** Adds what {@link #areOffended} found: of the server's certificate first. */
  void addTo(FindingBuilder finding, TlsFacts facts, long now) {
    boolean inbound = facts.direction() == Direction.IN;
    addTo(finding, facts.serverChain(), inbound ? "own" : "the server's", now);
    addTo(finding, facts.clientChain(), inbound ? "the client's" : "own", now);
  }

  private void addTo(FindingBuilder finding, CertificateChain chain, String whose, long now) {
    if (chain == null) {
      return;
    }
    if (endsSoon(chain.leaf(), now)) {
      String ending = CertificateSentence.ending(whose, chain.leaf(), now);
      add(finding, Rule.TLS_CERTIFICATE_EXPIRY, chain, 0, ending);
    }
    for (int i = 0; i < chain.size(); i++) {
      if (hasSmallKey(chain, i)) {
        String small =
            CertificateSentence.smallKey(
                whose, i, chain.at(i), profile.id(), leastBits(chain.at(i)));
        add(finding, Rule.TLS_CERTIFICATE_KEY_SIZE, chain, i, small);
      }
      if (hasBrokenSignature(chain, i)) {
        String broken = CertificateSentence.brokenSignature(whose, i, chain.at(i));
        add(finding, Rule.TLS_CERTIFICATE_SIGNATURE, chain, i, broken);
      }
    }
  }

  private void add(FindingBuilder finding, Rule rule, CertificateChain chain, int at, String why) {
    Verdict verdict = at == 0 ? rules.severity(rule) : Verdict.WARN;
    String id = chain.at(at).id();
    finding.add(verdict, new Reason(rule, why, Collections.singletonMap(CERTIFICATE, id)));
  }

  /** Also where it is over: who goes on with it all the same has no other one. */
  private boolean endsSoon(CertificateFacts leaf, long now) {
    return expiry && leaf.notAfter() != 0 && leaf.notAfter() - now < CertificateFacts.NOTICE_MILLIS;
  }

  private boolean hasSmallKey(CertificateChain chain, int at) {
    CertificateFacts certificate = chain.at(at);
    return keySize
        && certificate.keyBits() > 0
        && certificate.keyBits() < leastBits(certificate)
        && !isRoot(chain, at);
  }

  /** 0 for a kind of key that is not measured. */
  private int leastBits(CertificateFacts certificate) {
    String type = certificate.keyType();
    if (type == null) {
      return 0;
    }
    switch (type) {
      case "EC":
        return profile.minEcBits();
      case "RSA":
      case "RSASSA-PSS":
      case "DSA":
      case "DH":
        return profile.minKeyBits();
      default:
        return 0;
    }
  }

  private boolean hasBrokenSignature(CertificateChain chain, int at) {
    String algorithm = chain.at(at).signatureAlgorithm();
    if (!signature || algorithm == null || chain.at(at).isSelfSigned()) {
      return false;
    }
    for (String broken : BROKEN) {
      if (algorithm.regionMatches(true, 0, broken, 0, broken.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRoot(CertificateChain chain, int at) {
    return at > 0 && chain.at(at).isSelfSigned();
  }
}
