package dev.stockade.cli.journal;

import static dev.stockade.journal.record.RecordFields.ACCESS_KEY;
import static dev.stockade.journal.record.RecordFields.ACTION;
import static dev.stockade.journal.record.RecordFields.ALPN;
import static dev.stockade.journal.record.RecordFields.AWS;
import static dev.stockade.journal.record.RecordFields.CERTIFICATE;
import static dev.stockade.journal.record.RecordFields.CIPHER;
import static dev.stockade.journal.record.RecordFields.CLASS;
import static dev.stockade.journal.record.RecordFields.CLIENT;
import static dev.stockade.journal.record.RecordFields.CLIENT_AUTH;
import static dev.stockade.journal.record.RecordFields.CLIENT_CERTIFICATE;
import static dev.stockade.journal.record.RecordFields.CODE;
import static dev.stockade.journal.record.RecordFields.COUNT;
import static dev.stockade.journal.record.RecordFields.CREDENTIAL;
import static dev.stockade.journal.record.RecordFields.DATA;
import static dev.stockade.journal.record.RecordFields.DH_BITS;
import static dev.stockade.journal.record.RecordFields.DIRECTION;
import static dev.stockade.journal.record.RecordFields.ENGINE;
import static dev.stockade.journal.record.RecordFields.EXTENDED_MASTER_SECRET;
import static dev.stockade.journal.record.RecordFields.FINDINGS;
import static dev.stockade.journal.record.RecordFields.FIRST;
import static dev.stockade.journal.record.RecordFields.GROUP;
import static dev.stockade.journal.record.RecordFields.HOST;
import static dev.stockade.journal.record.RecordFields.HTTP;
import static dev.stockade.journal.record.RecordFields.IP;
import static dev.stockade.journal.record.RecordFields.KIND;
import static dev.stockade.journal.record.RecordFields.LAST;
import static dev.stockade.journal.record.RecordFields.LOCAL;
import static dev.stockade.journal.record.RecordFields.METHOD;
import static dev.stockade.journal.record.RecordFields.OPERATION;
import static dev.stockade.journal.record.RecordFields.PARTITION;
import static dev.stockade.journal.record.RecordFields.PEER;
import static dev.stockade.journal.record.RecordFields.POLICY;
import static dev.stockade.journal.record.RecordFields.PORT;
import static dev.stockade.journal.record.RecordFields.PROFILE;
import static dev.stockade.journal.record.RecordFields.PROVIDER;
import static dev.stockade.journal.record.RecordFields.REASON;
import static dev.stockade.journal.record.RecordFields.REGION;
import static dev.stockade.journal.record.RecordFields.RENEGOTIATED;
import static dev.stockade.journal.record.RecordFields.RESUMED;
import static dev.stockade.journal.record.RecordFields.RULE;
import static dev.stockade.journal.record.RecordFields.RULES;
import static dev.stockade.journal.record.RecordFields.SERVICE;
import static dev.stockade.journal.record.RecordFields.SIGNATURE;
import static dev.stockade.journal.record.RecordFields.SIGNATURE_SCHEME;
import static dev.stockade.journal.record.RecordFields.SNI;
import static dev.stockade.journal.record.RecordFields.TIME;
import static dev.stockade.journal.record.RecordFields.TLS;
import static dev.stockade.journal.record.RecordFields.VERDICT;
import static dev.stockade.journal.record.RecordFields.VERSION;
import static dev.stockade.journal.record.RecordFields.VIA;

import dev.stockade.cli.command.JsonView;
import dev.stockade.cli.policy.SignatureRules;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.record.RecordFields;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.aws.CredentialType;
import dev.stockade.policy.aws.SignatureStatus;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Observation;
import dev.stockade.policy.rule.Reason;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.policy.tls.CertificateChain;
import dev.stockade.policy.tls.ClientAuth;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.policy.tls.TlsPolicy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Records' facts, from the members that the journal gave them. */
final class RecordReader {
  /**
   * What is about a connection or a request of its own: others tell more of one, or of Stockade.
   */
  private static final Set<EventKind> FACTS =
      EnumSet.of(
          EventKind.TLS_HANDSHAKE,
          EventKind.TLS_FAILED,
          EventKind.TLS_BLOCKED,
          EventKind.AWS_REQUEST,
          EventKind.AWS_BLOCKED);

  private final KnownCertificates certificates;

  /**
   * @param certificates those that the same journals describe
   */
  RecordReader(KnownCertificates certificates) {
    this.certificates = certificates;
  }

  /**
   * Reads one record.
   *
   * @return null for a record of another kind, also one of a later version
   * @throws IllegalArgumentException when it is no record
   */
  RecordedFact read(JsonView record) {
    if (!record.has(KIND) || !record.has(TIME)) {
      throw new IllegalArgumentException("no record of Stockade's, which has time and kind");
    }
    EventKind kind = kind(record.text(KIND));
    if (kind == null) {
      return null;
    }
    RecordedFact fact = new RecordedFact();
    fact.kind = kind;
    fact.count = record.has(COUNT) ? record.whole(COUNT) : 1;
    if (fact.count == 0) {
      throw new IllegalArgumentException("record.count must not be 0");
    }
    fact.last = RecordTime.of(record, record.has(LAST) ? LAST : TIME);
    fact.first = record.has(FIRST) ? RecordTime.of(record, FIRST) : fact.last;
    Verdict verdict = record.choice(VERDICT, Verdict.values(), Verdict::label);
    fact.verdict = verdict == null ? Verdict.PASS : verdict;
    fact.action = record.choice(ACTION, Action.values(), Action::label);
    fact.rules = rules(record);
    fact.reason = record.text(REASON);
    JsonView code = record.below(CODE);
    fact.code = code == null ? null : code.text(CLASS);
    fact.method = code == null ? null : code.text(METHOD);
    fact.jar = code == null ? null : code.text(RecordFields.JAR);
    fact.exception = record.text(RecordFields.EXCEPTION);
    fact.mode = record.text(RecordFields.MODE);
    fact.service = record.text(SERVICE);
    fact.instance = record.text(RecordFields.INSTANCE);
    fact.process = process(record);
    fact.profile = record.has(POLICY) ? record.below(POLICY).text(PROFILE) : null;
    if (kind == EventKind.AWS_REQUEST || kind == EventKind.AWS_BLOCKED) {
      fact.aws = aws(record, fact);
    } else {
      fact.tls = tls(record, fact);
    }
    return fact;
  }

  /** Null for all kinds but {@link #FACTS}. */
  private static EventKind kind(String label) {
    for (EventKind kind : FACTS) {
      if (kind.label().equals(label)) {
        return kind;
      }
    }
    return null;
  }

  /** Those that this version knows. */
  private static List<Rule> rules(JsonView record) {
    List<Rule> rules = new ArrayList<>();
    for (String id : record.texts(RULES)) {
      Rule rule = Rule.named(id);
      if (rule != null) {
        rules.add(rule);
      }
    }
    return rules;
  }

  private TlsFacts tls(JsonView record, RecordedFact fact) {
    TlsFacts.Builder facts =
        new TlsFacts.Builder(record.choice(DIRECTION, Direction.values(), Direction::label));
    JsonView peer = record.below(PEER);
    if (peer != null) {
      facts.peer(peer.text(HOST), peer.text(IP), peer.small(PORT)).sni(peer.text(SNI));
    }
    JsonView via = record.below(VIA);
    if (via != null) {
      facts.via(via.text(HOST), via.text(IP), via.small(PORT));
    }
    JsonView local = record.below(LOCAL);
    if (local != null) {
      facts.local(local.text(IP), local.small(PORT));
    }
    JsonView tls = record.below(TLS);
    if (tls != null) {
      facts.session(tls.text(VERSION), tls.text(CIPHER), tls.flagIfAny(RESUMED));
      facts.keyExchange(tls.text(GROUP), tls.small(DH_BITS));
      ClientAuth auth = tls.choice(CLIENT_AUTH, ClientAuth.values(), ClientAuth::label);
      facts.agreed(tls.text(ALPN), auth, tls.flagIfAny(EXTENDED_MASTER_SECRET));
      Boolean again = tls.flagIfAny(RENEGOTIATED);
      facts.course(tls.text(SIGNATURE_SCHEME), 0, Boolean.TRUE.equals(again));
      facts.seenIn(tls.text(PROVIDER), tls.text(ENGINE));
    }
    CertificateChain server = certificates.named(record.text(CERTIFICATE));
    CertificateChain client = certificates.named(record.text(CLIENT_CERTIFICATE));
    boolean inbound = facts.direction() == Direction.IN;
    return facts
        .certificates(inbound ? client : server, inbound ? server : client)
        .acceptsAnyCertificate(who(record, fact, Rule.TLS_TRUST_ALL, TlsPolicy.ANY_CERTIFICATE))
        .acceptsAnyHostName(who(record, fact, Rule.TLS_HOSTNAME, TlsPolicy.ANY_HOST_NAME))
        .build();
  }

  /** Null for a record without the rule. */
  private static String who(JsonView record, RecordedFact fact, Rule rule, String phrase) {
    if (!record.has(FINDINGS)) {
      return whoInProse(fact, rule, phrase);
    }
    for (JsonView finding : record.each(FINDINGS)) {
      if (rule.id().equals(finding.text(RULE)) && finding.has(DATA)) {
        return finding.below(DATA).text(Reason.BY);
      }
    }
    return null;
  }

  /** In journals of builds before 0.1.0 only the reason says it, which is one for all rules. */
  private static String whoInProse(RecordedFact fact, Rule rule, String phrase) {
    int begin = fact.reason != null && fact.rules.contains(rule) ? fact.reason.indexOf(phrase) : -1;
    return begin < 0 ? null : fact.reason.substring(begin + phrase.length()).split("; ", 2)[0];
  }

  private static AwsFacts aws(JsonView record, RecordedFact fact) {
    AwsFacts.Builder facts = new AwsFacts.Builder();
    JsonView aws = record.below(AWS);
    SignatureStatus signature = null;
    if (aws != null) {
      signature = aws.choice(SIGNATURE, SignatureStatus.values(), SignatureStatus::label);
      facts.endpoint(aws.text(PARTITION), aws.text(SERVICE), aws.text(REGION));
      facts.operation(aws.text(OPERATION)).signature(signature);
      facts.credential(
          aws.choice(CREDENTIAL, CredentialType.values(), CredentialType::label), keyEnd(aws));
    }
    JsonView http = record.below(HTTP);
    if (http != null) {
      facts.http(http.text(CLIENT), http.text(METHOD), http.text(HOST));
    }
    return facts
        .observations(SignatureRules.completed(observations(record, fact), signature))
        .build();
  }

  /** Builds before 0.1.0 gave it no name, so its id stands for it. Null where both lack. */
  private static String process(JsonView record) {
    String named = record.text(RecordFields.PROCESS);
    if (named == null && !record.has(RecordFields.INSTANCE) && !record.has(RecordFields.PID)) {
      return null;
    }
    return named != null
        ? named
        : record.text(RecordFields.INSTANCE) + " " + record.text(RecordFields.PID);
  }

  private static List<Observation> observations(JsonView record, RecordedFact fact) {
    if (!record.has(FINDINGS)) {
      return observationsInProse(fact);
    }
    List<Observation> observations = new ArrayList<>();
    for (JsonView finding : record.each(FINDINGS)) {
      Rule rule = Rule.named(finding.text(RULE));
      // A rule of a later version is none that this one could judge by.
      if (rule != null || !finding.has(RULE)) {
        String reason = finding.has(REASON) ? finding.text(REASON) : "no reason given";
        observations.add(new Observation(rule, reason));
      }
    }
    return observations;
  }

  /** One reason for all rules. One without a rule is something to know only. */
  private static List<Observation> observationsInProse(RecordedFact fact) {
    List<Observation> observations = new ArrayList<>();
    String reason = fact.reason == null ? "" : fact.reason;
    String[] parts = reason.split("; ", -1);
    for (int i = 0; i < fact.rules.size(); i++) {
      String part = parts.length == fact.rules.size() ? parts[i] : reason;
      observations.add(new Observation(fact.rules.get(i), part));
    }
    if (observations.isEmpty() && fact.reason != null) {
      boolean isRemark = fact.verdict == Verdict.PASS;
      observations.add(isRemark ? Observation.remark(reason) : new Observation(null, reason));
    }
    return observations;
  }

  private static String keyEnd(JsonView aws) {
    String key = aws.text(ACCESS_KEY);
    return key == null ? null : key.substring(key.startsWith("\u2026") ? 1 : 0);
  }
}
