package dev.stockade.journal;

import dev.stockade.policy.Decision;
import dev.stockade.policy.Policy;
import dev.stockade.policy.PolicyException;
import dev.stockade.policy.aws.AwsAnswer;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.policy.tls.CertificateChain;
import dev.stockade.policy.tls.TlsFacts;

/** One thing that happened, as it waits in the queue to be written. */
public final class Event {
  private final EventKind kind;
  private final long time;
  private final Policy policy;
  private final Decision decision;
  private final Finding finding;
  private final TlsFacts tls;
  private final AwsFacts aws;
  private final SeenCertificate certificate;
  private final CallSite code;
  private final Repeats repeats;

  private Event(
      EventKind kind,
      long time,
      Policy policy,
      Decision decision,
      Finding finding,
      TlsFacts tls,
      AwsFacts aws,
      SeenCertificate certificate,
      CallSite code,
      Repeats repeats) {
    this.kind = kind;
    this.time = time;
    this.policy = policy;
    this.decision = decision;
    this.finding = finding;
    this.tls = tls;
    this.aws = aws;
    this.certificate = certificate;
    this.code = code;
    this.repeats = repeats;
  }

  /**
   * Something about Stockade itself.
   *
   * @param time milliseconds since the epoch
   * @param finding null where there is nothing to say
   */
  public static Event ofOwn(EventKind kind, long time, Finding finding) {
    return new Event(kind, time, null, null, finding, null, null, null, null, null);
  }

  /** Another policy is in force from now on, or stays so though it was to be replaced. */
  public static Event ofPolicy(long time, Policy policy, Finding finding) {
    return new Event(
        EventKind.POLICY_CHANGE, time, policy, null, finding, null, null, null, null, null);
  }

  /**
   * The protection was touched.
   *
   * @param code the application's place that did it; null when unknown
   */
  public static Event ofTampering(long time, Finding finding, CallSite code) {
    return new Event(EventKind.TAMPER, time, null, null, finding, null, null, null, code, null);
  }

  /**
   * A handshake.
   *
   * @param time milliseconds since the epoch
   * @param policy the one that decided
   * @param code the application's place that caused it, or null
   */
  public static Event ofTls(
      EventKind kind, long time, Policy policy, Decision decision, TlsFacts tls, CallSite code) {
    return new Event(kind, time, policy, decision, decision.finding(), tls, null, null, code, null);
  }

  /** A request to AWS; otherwise like {@link #ofTls}. */
  public static Event ofAws(
      EventKind kind, long time, Policy policy, Decision decision, AwsFacts aws, CallSite code) {
    return new Event(kind, time, policy, decision, decision.finding(), null, aws, null, code, null);
  }

  /**
   * A certificate of a handshake that ended just now.
   *
   * @param tls that handshake
   */
  public static Event ofCertificate(long time, TlsFacts tls, SeenCertificate certificate) {
    EventKind kind = EventKind.TLS_CERTIFICATE;
    return new Event(kind, time, null, null, null, tls, null, certificate, null, null);
  }

  /** The same at another time. */
  public Event at(long time) {
    return time == this.time
        ? this
        : new Event(kind, time, policy, decision, finding, tls, aws, certificate, code, null);
  }

  /** The same, whose like is counted from when it is taken out of the queue. */
  Event counted() {
    Repeats counts = new Repeats(this);
    return new Event(kind, time, policy, decision, finding, tls, aws, certificate, code, counts);
  }

  public EventKind kind() {
    return kind;
  }

  public long time() {
    return time;
  }

  /** The policy that decided; null for events that it was not asked about. */
  public Policy policy() {
    return policy;
  }

  /** Null where nothing was decided. */
  public Decision decision() {
    return decision;
  }

  /** Null where nothing was decided. */
  public Action action() {
    return decision == null ? null : decision.action();
  }

  /** The exception without which this would be a violation; null for none. */
  public PolicyException exception() {
    return decision == null ? null : decision.exception();
  }

  /** What the candidate policy says where that is something else; null where it is not. */
  public Decision candidate() {
    return decision == null ? null : decision.candidate();
  }

  public Finding finding() {
    return finding;
  }

  /** The finding's reason, or null. */
  public String reason() {
    return finding == null ? null : finding.reason();
  }

  public TlsFacts tls() {
    return tls;
  }

  /** Null for events that are not about a request to AWS. */
  public AwsFacts aws() {
    return aws;
  }

  /** Null for events that are not about one certificate. */
  public SeenCertificate certificate() {
    return certificate;
  }

  /** The program's place that connected or sent, for people; null inbound and where unknown. */
  public String calledFrom() {
    boolean inbound = tls != null && tls.direction() == Direction.IN;
    return code == null || inbound ? null : code.toString();
  }

  public CallSite code() {
    return code;
  }

  /** Counts its like; null where each is an event of its own. */
  Repeats repeats() {
    return repeats;
  }

  /** Characters of strings that this event may be alone to hold. */
  int characters() {
    int characters = finding == null ? 0 : finding.characters();
    if (tls != null) {
      characters += length(tls.host()) + length(tls.ip()) + length(tls.sni());
      characters += length(tls.viaHost()) + length(tls.viaIp()) + length(tls.localIp());
      characters += length(tls.acceptsAnyCertificate()) + length(tls.acceptsAnyHostName());
      characters += surplus(tls.serverChain()) + surplus(tls.clientChain());
    }
    if (aws != null) {
      characters += length(aws.host()) + length(aws.operation()) + length(aws.method());
      AwsAnswer answer = aws.answer();
      if (answer != null) {
        characters += length(answer.requestId()) + length(answer.extendedRequestId());
      }
    }
    if (decision != null && decision.candidate() != null) {
      characters += decision.candidate().finding().characters();
    }
    return characters;
  }

  private static int surplus(CertificateChain chain) {
    return chain == null ? 0 : chain.surplus();
  }

  private static int length(String text) {
    return text == null ? 0 : text.length();
  }

  /** The finding's verdict, or null without a finding. */
  public Verdict verdict() {
    return finding == null ? null : finding.verdict();
  }
}
