package dev.stockade.enforce;

import dev.stockade.base.ForeignWords;
import dev.stockade.journal.Event;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.Journal;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.Decision;
import dev.stockade.policy.Judge;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.tls.Failure;
import dev.stockade.policy.tls.HandshakeFailures;
import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.Offer;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.weave.BlockException;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;

/**
 * Enforces the policy on a handshake, whatever engine makes it: judges it, records it, perhaps
 * refuses it.
 */
public final class TlsEnforcement {
  /** JDK 21 and newer put the alert's name before it. */
  private static final String OURS = "stockade: blocked ";

  /** What is known of the ends of connections. */
  public final SocketEnds sockets;

  public final EngineEnds engines;

  /** What is known of the certificates that the two ends show. */
  public final Certificates certificates = new Certificates();

  private final Journal journal;
  private final Decisions decisions;
  private final RecentFailures failures = new RecentFailures();

  /**
   * @param connections see {@link Connections}
   */
  public TlsEnforcement(
      ActivePolicy activePolicy, Journal journal, Map<String, Object> connections) {
    this.journal = journal;
    this.decisions = new Decisions(activePolicy, journal);
    this.sockets = new SocketEnds(Connections.sockets(connections));
    this.engines = new EngineEnds(Connections.engines(connections));
  }

  /** What is in force now. */
  public Judge judge() {
    return decisions.judge();
  }

  /** Whether an exception is one of our refusals on its way to the application. */
  public static boolean isOurs(Throwable thrown) {
    return thrown != null && thrown.getMessage() != null && thrown.getMessage().contains(OURS);
  }

  /** A handshake starts; who the peer is may become known later, see {@link #settle}. */
  public PendingHandshake start() {
    Judge judge = decisions.judge();
    return new PendingHandshake(judge, judge.everywhere());
  }

  /**
   * A handshake starts.
   *
   * @param handshake stays the same object until it ends, or as long as the connection lives
   */
  public PendingHandshake start(TlsFacts peer, Object handshake) {
    PendingHandshake pending = start();
    settle(pending, peer, handshake);
    return pending;
  }

  /** Settles what holds for a handshake, if that is still open. */
  public void settle(PendingHandshake pending, TlsFacts peer, Object handshake) {
    if (pending.effective == null) {
      long connection = System.identityHashCode(handshake);
      long now = System.currentTimeMillis();
      pending.effective = pending.judge.effective(peer, CallSiteFinder.CLASS_NAME, connection, now);
    }
  }

  /**
   * Something is offered, all or a part of it.
   *
   * @return what has to be taken out
   * @throws BlockException where nothing would be left
   */
  public Narrowing narrow(PendingHandshake pending, Offer part, TlsFacts facts)
      throws BlockException {
    Narrowing taken = pending.offers(part);
    if (taken.leavesNothing()) {
      throw refusedOffer(pending, facts, taken);
    }
    return taken;
  }

  /** Nothing allowed is offered: the handshake must not start. */
  public BlockException refusedOffer(PendingHandshake pending, TlsFacts facts, Narrowing taken) {
    failures.add(facts);
    Decision decision = decisions.refusedOffer(pending, facts, taken);
    pending.refuse(new SSLHandshakeException(pending.sentence(decision, facts)));
    return new BlockException(pending.refusal());
  }

  /**
   * A handshake is complete.
   *
   * @return the sentence with which it must be refused, or null
   */
  public String finished(PendingHandshake pending, TlsFacts facts) {
    Decision decision = decisions.finished(pending, facts);
    return decision.action() == Action.BLOCKED ? pending.sentence(decision, facts) : null;
  }

  /** A handshake failed. Returns what the program learns of it, or null to leave it. */
  public FailureNotice failed(PendingHandshake pending, TlsFacts facts, Failure told) {
    failures.add(facts);
    pending.fail();
    // They may be those of an application's trust manager.
    Failure failure = told.saying(ForeignWords.clean(told.why()));
    Decision decision = decisions.failed(pending, facts, failure);
    return pending.notice(decision, facts, failure);
  }

  /**
   * Whether the failure of a socket's handshake has been reported, perhaps of a socket below it.
   */
  public boolean hasFailed(TlsFacts facts) {
    return failures.has(facts);
  }

  /**
   * Something that no hook of ours can see: a record says so, as silence would look like no
   * traffic.
   */
  public void unseen(String what) {
    journal.offer(
        Event.ofOwn(
            EventKind.LIFECYCLE, System.currentTimeMillis(), HandshakeFailures.unseen(what)));
  }
}
