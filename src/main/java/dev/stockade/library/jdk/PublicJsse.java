package dev.stockade.library.jdk;

import dev.stockade.enforce.Connections;
import dev.stockade.enforce.NamedOffer;
import dev.stockade.enforce.PublicFacts;
import dev.stockade.enforce.Ruling;
import dev.stockade.enforce.TlsWatch;
import dev.stockade.journal.Journal;
import dev.stockade.policy.InForce;
import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.Offer;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.weave.Block;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * JSSE without the choke points of {@link SunJsse}: JDK 8 before 8u272, or a JDK of tomorrow.
 * Filters through the public API when a handshake begins, and reads the truth where a socket's
 * handshake returns. An engine's outcome is not seen: that would need hooks in wrap and unwrap.
 */
public final class PublicJsse implements HookSource, HookHandler {
  private static final String SOCKET = "sun/security/ssl/SSLSocketImpl";
  private static final String ENGINE = "sun/security/ssl/SSLEngineImpl";
  private static final String PROVIDER = "SunJSSE";

  private static final int START = 0;
  private static final int FINISH = 1;

  /** Tells which of the better hooks are in place, and says so once when they are not. */
  public interface ChokePoints {
    /**
     * Whether offers are narrowed where JSSE computes them.
     *
     * @param jsse any class of the JSSE implementation, for its loader
     */
    boolean narrowOffers(Class<?> jsse);

    /** Whether the end of each handshake is seen; otherwise like {@link #narrowOffers}. */
    boolean seeOutcomes(Class<?> jsse);
  }

  private final InForce inForce;
  private final Journal journal;
  private final ChokePoints chokePoints;
  private volatile TlsWatch watch;

  public PublicJsse(InForce inForce, Journal journal, ChokePoints chokePoints) {
    this.inForce = inForce;
    this.journal = journal;
    this.chokePoints = chokePoints;
  }

  @Override
  public void addTo(HookRows rows) {
    rows.add(
        0,
        START,
        Hook.enter(SOCKET, "startHandshake", null, Hook.THIS).ifPresent(),
        Hook.enter(SOCKET, "kickstartHandshake", null, Hook.THIS).ifPresent(),
        Hook.enter(ENGINE, "beginHandshake", null, Hook.THIS).ifPresent(),
        Hook.enter(ENGINE, "kickstartHandshake", null, Hook.THIS).ifPresent());
    rows.add(0, FINISH, Hook.exit(SOCKET, "startHandshake", "()V", Hook.THIS).ifPresent());
  }

  @Override
  public HookHandler handler(int number) {
    return this;
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    Object connection = loads[0];
    prepare();
    if (id == FINISH) {
      if (!chokePoints.seeOutcomes(connection.getClass())) {
        finished((SSLSocket) connection);
      }
    } else if (!chokePoints.narrowOffers(connection.getClass())) {
      if (connection instanceof SSLSocket) {
        begin((SSLSocket) connection);
      } else {
        begin((SSLEngine) connection);
      }
    }
    return value;
  }

  private synchronized void prepare() {
    if (watch == null) {
      watch = new TlsWatch(inForce, journal, Connections.after(null));
    }
  }

  private void begin(SSLSocket socket) throws Block {
    TlsFacts facts = facts(socket).build();
    Ruling ruling = watch.ruling(facts, System.identityHashCode(socket));
    NamedOffer offer =
        new NamedOffer(socket.getEnabledProtocols(), socket.getEnabledCipherSuites());
    if (narrows(ruling, facts, offer)) {
      socket.setEnabledProtocols(offer.allowedProtocols(ruling.terms.enforcedTls()));
      socket.setEnabledCipherSuites(offer.allowedSuites(ruling.terms.enforcedTls()));
    }
  }

  private void begin(SSLEngine engine) throws Block {
    TlsFacts facts = facts(engine).build();
    Ruling ruling = watch.ruling(facts, System.identityHashCode(engine));
    NamedOffer offer =
        new NamedOffer(engine.getEnabledProtocols(), engine.getEnabledCipherSuites());
    if (narrows(ruling, facts, offer)) {
      engine.setEnabledProtocols(offer.allowedProtocols(ruling.terms.enforcedTls()));
      engine.setEnabledCipherSuites(offer.allowedSuites(ruling.terms.enforcedTls()));
    }
    if (!chokePoints.seeOutcomes(engine.getClass())) {
      watch.finished(ruling, facts, offer);
    }
  }

  private void finished(SSLSocket socket) throws Exception {
    SSLSession session = socket.getSession();
    TlsFacts facts =
        facts(socket).session(session.getProtocol(), session.getCipherSuite(), null).build();
    Ruling ruling = watch.ruling(facts, System.identityHashCode(socket));
    NamedOffer offer =
        new NamedOffer(socket.getEnabledProtocols(), socket.getEnabledCipherSuites());
    String blocked = watch.finished(ruling, facts, offer);
    if (blocked != null) {
      session.invalidate();
      socket.close();
      throw new Block(new SSLHandshakeException(blocked));
    }
  }

  /** Whether something is taken out; throws where nothing would be left. */
  private boolean narrows(Ruling ruling, TlsFacts facts, Offer offer) throws Block {
    Narrowing taken =
        ruling.terms.enforce() ? offer.narrowedBy(ruling.terms.enforcedTls()) : Narrowing.NONE;
    if (taken.leavesNothing()) {
      throw new Block(watch.refusedOffer(ruling, facts, taken));
    }
    return !taken.isEmpty();
  }

  private static TlsFacts.Builder facts(SSLSocket socket) {
    return PublicFacts.of(socket, null, PROVIDER);
  }

  private static TlsFacts.Builder facts(SSLEngine engine) {
    return PublicFacts.of(engine, PROVIDER);
  }
}
