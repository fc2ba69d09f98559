package dev.stockade.policy.tls;

import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.FindingBuilder;
import dev.stockade.policy.rule.Reason;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.RuleSelection;
import dev.stockade.policy.rule.Verdict;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * Judges TLS by a profile: what may be offered, and what was negotiated. Pure and thread-safe.
 * Judging a connection that passes allocates nothing.
 */
public final class TlsPolicy {
  /** What a reason of {@code tls.trust-all} starts with; then comes who accepts it. */
  public static final String ANY_CERTIFICATE = "client accepts any certificate: ";

  /** Likewise of {@code tls.hostname}. */
  public static final String ANY_HOST_NAME = "client accepts any host name: ";

  private final Profile profile;
  private final RuleSelection rules;
  private final String minimum;
  private final int minimumRank;

  /** The allowed suites in both spellings, so that a look-up makes no string. */
  private final Set<String> suites = new HashSet<>();

  private final OfferNarrowing narrowings;
  private final CertificateRules certificates;
  private final HandshakeConditions conditions;

  /** Whether the profile lists what TLS 1.3 may use; otherwise that is not checked. */
  private final boolean listsTls13;

  /** The profile as it is. */
  public TlsPolicy(Profile profile) {
    this(profile, RuleSelection.ALL, null);
  }

  /**
   * @param allowance what is allowed besides; null for nothing
   */
  public TlsPolicy(Profile profile, RuleSelection rules, Allowance allowance) {
    this.profile = profile;
    this.rules = rules;
    this.certificates = new CertificateRules(profile, rules);
    this.conditions = new HandshakeConditions(profile, rules);
    this.listsTls13 = hasTls13(profile.suites());
    boolean older = allowance != null && allowance.minimum() != null;
    this.minimum = older ? older(profile.minimum(), allowance.minimum()) : profile.minimum();
    this.minimumRank = Protocols.rank(minimum);
    this.narrowings = new OfferNarrowing(this, minimum, conditions);
    addSuites(profile.suites());
    if (allowance != null) {
      addSuites(allowance.suites());
    }
  }

  private static boolean hasTls13(Set<String> suites) {
    for (String suite : suites) {
      if (CipherSuites.isTls13(suite)) {
        return true;
      }
    }
    return false;
  }

  private static String older(String one, String other) {
    return Protocols.rank(other) < Protocols.rank(one) ? other : one;
  }

  private void addSuites(Set<String> ianaNames) {
    for (String suite : ianaNames) {
      suites.add(suite);
      suites.add(CipherSuites.olderName(suite));
    }
  }

  public Profile profile() {
    return profile;
  }

  /**
   * Whether the version may be used. A name that is not known is allowed: better to miss a version
   * that does not exist yet than to cut off a connection without knowing why.
   */
  public boolean allowsProtocol(String jsseName) {
    int rank = Protocols.rank(jsseName);
    return rank == Protocols.UNKNOWN || rank >= minimumRank || !rules.watches(Rule.TLS_MIN_VERSION);
  }

  /**
   * Whether the suite is in the profile's list, or only a signal, or against no watched rule. Where
   * the list has none of TLS 1.3 those that are not weak are allowed: an offer of that version
   * without a suite for it would fail.
   */
  public boolean allowsSuite(String name) {
    return suites.contains(name)
        || CipherSuites.isSignalling(name)
        || !rules.watches(CipherSuites.offendedBy(name))
        || (!listsTls13 && CipherSuites.isTls13(name) && !CipherSuites.isWeak(name));
  }

  /** Whether the groups of an offer are judged and narrowed, so that it must have them. */
  public boolean narrowsGroups() {
    return conditions.narrowsGroups();
  }

  /**
   * The rule that forbids the suite, or null when it is allowed. A suite that is weak and lacks
   * forward secrecy offends {@code tls.cipher-strength}, the worse of the two.
   */
  public Rule ruleAgainstSuite(String name) {
    return allowsSuite(name) ? null : CipherSuites.offendedBy(name);
  }

  /**
   * What the policy says of a finished handshake; what is unknown gives no finding.
   *
   * @param now milliseconds since the epoch, for certificates that end
   */
  public Finding judge(TlsFacts facts, long now) {
    boolean tooOld = facts.version() != null && !allowsProtocol(facts.version());
    boolean badSuite = facts.cipher() != null && !allowsSuite(facts.cipher());
    boolean ephemeralDh = facts.cipher() != null && CipherSuites.isEphemeralDh(facts.cipher());
    boolean dhe = ephemeralDh && rules.watches(Rule.TLS_DH_SIZE);
    boolean smallDh =
        rules.watches(Rule.TLS_DH_SIZE)
            && facts.dhBits() > 0
            && facts.dhBits() < profile.minDhBits();
    boolean anyCertificate =
        facts.acceptsAnyCertificate() != null && rules.watches(Rule.TLS_TRUST_ALL);
    boolean anyHostName = facts.acceptsAnyHostName() != null && rules.watches(Rule.TLS_HOSTNAME);
    boolean unchecked = anyCertificate || anyHostName;
    boolean badCertificate = certificates.areOffended(facts, now);
    boolean badCondition = conditions.areOffended(facts, now);
    boolean badDh = dhe || smallDh;
    if (!tooOld && !badSuite && !badDh && !badCondition && !unchecked && !badCertificate) {
      return Finding.PASS;
    }
    FindingBuilder finding = new FindingBuilder();
    if (tooOld) {
      add(finding, Rule.TLS_MIN_VERSION, chosen(facts, tooOld(facts.version())));
    }
    if (badSuite) {
      String reason = chosen(facts, badSuite(facts.cipher()));
      add(finding, CipherSuites.offendedBy(facts.cipher()), reason);
    }
    if (smallDh) {
      add(finding, Rule.TLS_DH_SIZE, smallDh(facts.dhBits()));
    } else if (dhe && !badSuite) {
      finding.add(Verdict.NOTE, Rule.TLS_DH_SIZE, deprecatedDh());
    }
    if (badCondition) {
      conditions.addTo(finding, facts, now);
    }
    if (anyCertificate) {
      addAccepting(finding, Rule.TLS_TRUST_ALL, ANY_CERTIFICATE, facts.acceptsAnyCertificate());
    }
    if (anyHostName) {
      addAccepting(finding, Rule.TLS_HOSTNAME, ANY_HOST_NAME, facts.acceptsAnyHostName());
    }
    if (badCertificate) {
      certificates.addTo(finding, facts, now);
    }
    return finding.build();
  }

  private void add(FindingBuilder finding, Rule rule, String reason) {
    finding.add(rules.severity(rule), rule, reason);
  }

  /** Of a client that accepts too much: also who makes it so. */
  private void addAccepting(FindingBuilder finding, Rule rule, String what, String who) {
    Reason reason = new Reason(rule, what + who, Collections.singletonMap(Reason.BY, who));
    finding.add(rules.severity(rule), reason);
  }

  /**
   * What must be taken out of an offer, or out of what a server accepts. {@code SSLv2Hello} is a
   * form of hello and no version: it is not counted here, though {@link #allowsProtocol} refuses
   * it. An offer that was seen before costs a look-up.
   */
  public Narrowing narrow(Offer offer) {
    return narrowings.of(offer);
  }

  /** The same for what is seen once, such as what a client asks for: nothing is kept. */
  public Narrowing narrowOnce(Offer offer) {
    return narrowings.once(offer);
  }

  /**
   * The finding with, after its own, the rules and the reason of what was taken out; its verdict
   * stays. A violation stays as it is: the rest of the offer would only hide what has to be fixed.
   */
  public Finding narrowed(Finding judged, Narrowing narrowing) {
    if (narrowing.isEmpty() || judged.verdict() == Verdict.VIOLATION) {
      return judged;
    }
    return new FindingBuilder()
        .add(judged)
        .add(Verdict.PASS, narrowing.rules(), narrowing, narrowing.reason())
        .build();
  }

  /** The finding for an offer of which nothing is left, so that there can be no handshake. */
  public Finding offerLeavesNothing(Narrowing narrowing) {
    String reason = narrowing.reason() + ", and nothing else is offered";
    return new FindingBuilder()
        .add(Verdict.VIOLATION, narrowing.rules(), narrowing, reason)
        .build();
  }

  /** The message for the exception that refuses the connection. */
  public String blockSentence(TlsFacts facts, Finding finding) {
    return TlsBlockSentence.of(profile.id(), facts, finding);
  }

  /** What is put behind an engine's words where the narrowed offer may be the cause. */
  public String perhapsSentence(TlsFacts facts, Finding finding, Failure failure) {
    return TlsBlockSentence.perhaps(profile.id(), facts, finding, failure);
  }

  private static String chosen(TlsFacts facts, String what) {
    return (facts.direction() == Direction.IN ? "client was served " : "server chose ") + what;
  }

  private String tooOld(String version) {
    String needed = Protocols.minimumFor(version, minimum);
    return version + ", profile " + profile.id() + " needs " + needed + " or newer";
  }

  private String badSuite(String cipher) {
    if (CipherSuites.offendedBy(cipher) == Rule.TLS_FORWARD_SECRECY) {
      return cipher + ", which has no forward secrecy";
    }
    String weakness = CipherSuites.weakness(cipher);
    return cipher
        + (weakness != null
            ? ", which " + weakness
            : ", which profile " + profile.id() + " does not list");
  }

  private String smallDh(int bits) {
    return "ephemeral DH has "
        + bits
        + " bits, profile "
        + profile.id()
        + " needs "
        + profile.minDhBits();
  }

  private String deprecatedDh() {
    return "ephemeral finite-field DH is allowed by profile "
        + profile.id()
        + " but deprecated by RFC 10015";
  }
}
