package dev.stockade.enforce;

import dev.stockade.base.ForeignWords;
import dev.stockade.journal.CodePlace;
import dev.stockade.journal.Event;
import dev.stockade.journal.Journal;
import dev.stockade.journal.Kind;
import dev.stockade.policy.Decision;
import dev.stockade.policy.InForce;
import dev.stockade.policy.Judge;
import dev.stockade.policy.Peer;
import dev.stockade.policy.Terms;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.policy.tls.Failure;
import dev.stockade.policy.tls.Failures;
import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.Offer;
import dev.stockade.policy.tls.TlsFacts;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** What becomes of a handshake, whatever engine made it: judged, recorded, perhaps refused. */
public final class TlsWatch {
  /** JDK 21 and newer put the alert's name before it. */
  private static final String OURS = "stockade: blocked ";

  /** What is known of the ends of connections. */
  public final SocketEnds sockets;

  public final EngineEnds engines;

  private final InForce inForce;
  private final Journal journal;
  private final RecentFailures failures = new RecentFailures();

  /**
   * @param connections see {@link Connections}
   */
  public TlsWatch(InForce inForce, Journal journal, Map<String, Object> connections) {
    this.inForce = inForce;
    this.journal = journal;
    this.sockets = new SocketEnds(Connections.sockets(connections));
    this.engines = new EngineEnds(Connections.engines(connections));
  }

  /** What is in force now. */
  public Judge judge() {
    return inForce.judge();
  }

  /** Whether an exception is one of our refusals on its way to the application. */
  public static boolean isOurs(Throwable thrown) {
    return thrown != null && thrown.getMessage() != null && thrown.getMessage().contains(OURS);
  }

  /** What holds for a handshake that is known by an object of its own. */
  public Ruling rulingFor(TlsFacts peer, Object handshake) {
    return ruling(peer, System.identityHashCode(handshake));
  }

  /**
   * What holds for a connection.
   *
   * @param connection stays the same number as long as the connection lives
   */
  public Ruling ruling(TlsFacts peer, long connection) {
    return ruling(inForce.judge(), peer, connection);
  }

  /** The same by what was in force earlier. */
  public Ruling ruling(Judge judge, TlsFacts peer, long connection) {
    Terms terms = judge.everywhere();
    if (terms == null) {
      long now = System.currentTimeMillis();
      terms = judge.terms(Peer.of(peer), CallingCode.CLASS_NAME, connection, now);
    }
    return new Ruling(judge, terms);
  }

  /**
   * A handshake is complete.
   *
   * @return the sentence with which it must be refused, or null
   */
  public String finished(Ruling ruling, TlsFacts facts, Offer offer) {
    long now = System.currentTimeMillis();
    Decision decision = ruling.judge.handshake(ruling.terms, facts, offer, now);
    if (decision.action() == Action.BLOCKED) {
      record(Kind.TLS_BLOCKED, ruling, decision, facts, now);
      return ruling.sentence(decision, facts);
    }
    record(Kind.TLS_HANDSHAKE, ruling, decision, facts, now);
    return null;
  }

  /** Nothing allowed is offered: the handshake must not begin. Returns what to throw. */
  public SSLException refusedOffer(Ruling ruling, TlsFacts facts, Narrowing narrowing) {
    long now = System.currentTimeMillis();
    failures.add(facts);
    Decision decision = ruling.judge.refusedOffer(ruling.terms, facts, narrowing, now);
    record(Kind.TLS_BLOCKED, ruling, decision, facts, now);
    return new SSLHandshakeException(ruling.sentence(decision, facts));
  }

  /** A handshake failed. Returns what the program is told of it, or null to leave it. */
  public FailureNotice failed(Ruling ruling, TlsFacts facts, Offer offer, Failure told) {
    long now = System.currentTimeMillis();
    failures.add(facts);
    // They may be those of an application's trust manager.
    Failure failure = told.saying(ForeignWords.clean(told.why()));
    Decision decision = ruling.judge.failed(ruling.terms, facts, offer, failure, now);
    Kind kind = decision.action() == Action.BLOCKED ? Kind.TLS_BLOCKED : Kind.TLS_FAILED;
    record(kind, ruling, decision, facts, now);
    return ruling.notice(decision, facts, failure);
  }

  /** Whether the failure of a socket's handshake has been told, perhaps of a socket below it. */
  public boolean hasFailed(TlsFacts facts) {
    return failures.has(facts);
  }

  /** Something that no hook of ours can see: a record says so, lest it be taken for nothing. */
  public void unseen(String what) {
    journal.offer(Event.ofOwn(Kind.LIFECYCLE, System.currentTimeMillis(), Failures.unseen(what)));
  }

  private void record(Kind kind, Ruling ruling, Decision decision, TlsFacts facts, long now) {
    String called = facts.direction() == Direction.IN ? null : facts.host();
    CodePlace code = decision.finding().verdict() == Verdict.PASS ? null : CallingCode.find(called);
    journal.offer(Event.ofTls(kind, now, ruling.judge.policy(), decision, facts, code));
    journal.offerChanges(decision);
    inForce.count(ruling.judge, decision);
  }
}
