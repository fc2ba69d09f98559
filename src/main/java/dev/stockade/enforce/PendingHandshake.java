package dev.stockade.enforce;

import dev.stockade.policy.Decision;
import dev.stockade.policy.EffectivePolicy;
import dev.stockade.policy.Judge;
import dev.stockade.policy.tls.Failure;
import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.Offer;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.policy.tls.TlsPolicy;
import javax.net.ssl.SSLException;

/**
 * A handshake between its start and its end, whatever engine makes it: the policy that held when it
 * started, even when that changes meanwhile, what was offered before anything was taken out, and
 * whether it is refused or has failed. One thread at a time uses it.
 */
public final class PendingHandshake {
  private static final long NANOS = 1_000_000;

  final Judge judge;

  /** Null while that depends on the peer and has not been asked for. */
  EffectivePolicy effective;

  private Offer offer = Offer.UNKNOWN;
  private SSLException refusal;
  private boolean failed;
  private boolean answered;
  private String acceptsAnyCertificate;
  private String signatureScheme;
  private boolean seenFromStart;
  private boolean renegotiates;
  private long since;

  PendingHandshake(Judge judge, EffectivePolicy effective) {
    this.judge = judge;
    this.effective = effective;
  }

  /** The same demands, none of them enforced. */
  public PendingHandshake reported() {
    return new PendingHandshake(judge, effective.reported());
  }

  /** Whether it must be known who the peer is before anything can be taken out. */
  public boolean needsPeer() {
    return effective == null && judge.mayEnforce();
  }

  /** Whether anything is taken out or refused, as far as is known. */
  public boolean enforces() {
    return effective != null && effective.enforce();
  }

  /** What is enforced. */
  public TlsPolicy enforced() {
    return effective.enforcedTls();
  }

  /**
   * Something is offered, or accepted by a server.
   *
   * @param part all of it, or only its protocols or its cipher suites
   * @return what has to be taken out of the part
   */
  public Narrowing offers(Offer part) {
    offer = offer.with(part);
    return taken(part);
  }

  /** What was offered, from where that was still seen at the end; what was seen before counts. */
  public void offered(Offer seen) {
    offer = seen.with(offer);
  }

  /** What was offered before anything was taken out. */
  public Offer offer() {
    return offer;
  }

  /** What is taken out of an offer. */
  public Narrowing taken(Offer offer) {
    return enforces() ? effective.enforcedTls().narrow(offer) : Narrowing.NONE;
  }

  /** Whether some of the offer is not allowed, enforced or not. */
  public boolean offersTooMuch() {
    return !effective.grantedTls().narrow(offer).isEmpty();
  }

  /** With what the handshake was refused at its start; null where it was not. */
  public SSLException refusal() {
    return refusal;
  }

  void refuse(SSLException refusal) {
    this.refusal = refusal;
  }

  /**
   * The server has sent its certificate.
   *
   * @param acceptsAnyCertificate who accepts any, or null
   */
  public void answered(String acceptsAnyCertificate) {
    this.answered = true;
    this.acceptsAnyCertificate = acceptsAnyCertificate;
  }

  /** Whether the server is known to have sent its certificate. */
  public boolean isAnswered() {
    return answered;
  }

  /** Who accepts any certificate, as far as the engine asked; null for none. */
  public String acceptsAnyCertificate() {
    return acceptsAnyCertificate;
  }

  /** The handshake starts just now, unlike one that is only met at its end. */
  public PendingHandshake fromStart() {
    seenFromStart = true;
    since = System.nanoTime();
    return this;
  }

  /** The connection had another handshake before. */
  public PendingHandshake renegotiates(boolean so) {
    renegotiates = so;
    return this;
  }

  /** Whether the offer's groups make a difference; only asked where it is known what holds. */
  public boolean wantsGroups() {
    return effective != null && effective.grantedTls().narrowsGroups();
  }

  /**
   * The peer has signed, and its signature was good.
   *
   * @param scheme by its IANA name, such as {@code ecdsa_secp256r1_sha256}
   */
  public void signed(String scheme) {
    signatureScheme = scheme;
  }

  /** Adds what became known on the way. */
  public TlsFacts.Builder tell(TlsFacts.Builder facts) {
    long nanos = seenFromStart ? System.nanoTime() - since : 0;
    return facts.course(signatureScheme, (nanos + NANOS - 1) / NANOS, renegotiates);
  }

  /** Whether it is refused already, or its failure is recorded. */
  public boolean isOver() {
    return refusal != null || failed;
  }

  void fail() {
    failed = true;
  }

  /** What the program learns of a failure; null where it is no matter of ours. */
  FailureNotice notice(Decision decision, TlsFacts facts, Failure failure) {
    switch (decision.action()) {
      case BLOCKED:
        return new FailureNotice(sentence(decision, facts), true);
      case FAILED_AFTER_NARROWING:
        String perhaps = effective.grantedTls().perhapsSentence(facts, decision.finding(), failure);
        return new FailureNotice(perhaps, false);
      default:
        return null;
    }
  }

  /** The message for the exception that refuses the connection. */
  String sentence(Decision decision, TlsFacts facts) {
    return effective.grantedTls().blockSentence(facts, decision.finding());
  }
}
