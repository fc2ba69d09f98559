package dev.stockade.library.jdk;

import dev.stockade.enforce.Connections;
import dev.stockade.enforce.EnabledNames;
import dev.stockade.enforce.PendingHandshake;
import dev.stockade.enforce.SessionFacts;
import dev.stockade.enforce.TlsEnforcement;
import dev.stockade.journal.Journal;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.weave.BlockException;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * JSSE without the choke points of {@link SunJsse}: JDK 8 before 8u272, or a future JDK. Filters
 * through the public API when a handshake starts, and reads the outcome where a socket's handshake
 * returns. An engine's outcome is not seen: that would need hooks in wrap and unwrap.
 */
public final class JsseFallback implements HookSource, HookHandler {
  private static final String SOCKET = "sun/security/ssl/SSLSocketImpl";
  private static final String ENGINE = "sun/security/ssl/SSLEngineImpl";
  private static final String PROVIDER = "SunJSSE";

  private static final int START = 0;
  private static final int FINISH = 1;

  /** Knows which of the better hooks are in place, and says so once when they are not. */
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

  private final ActivePolicy activePolicy;
  private final Journal journal;
  private final ChokePoints chokePoints;
  private volatile TlsEnforcement watch;

  public JsseFallback(ActivePolicy activePolicy, Journal journal, ChokePoints chokePoints) {
    this.activePolicy = activePolicy;
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
        start((SSLSocket) connection);
      } else {
        start((SSLEngine) connection);
      }
    }
    return value;
  }

  private synchronized void prepare() {
    if (watch == null) {
      watch = new TlsEnforcement(activePolicy, journal, Connections.after(null));
    }
  }

  private void start(SSLSocket socket) throws BlockException {
    TlsFacts facts = facts(socket).build();
    EnabledNames enabled = new EnabledNames(socket);
    PendingHandshake handshake = watch.start(facts, socket);
    Narrowing taken = watch.narrow(handshake, enabled.offer(), facts);
    enabled.narrow(socket, taken, handshake.enforced());
  }

  private void start(SSLEngine engine) throws BlockException {
    TlsFacts facts = facts(engine).build();
    EnabledNames enabled = new EnabledNames(engine);
    PendingHandshake handshake = watch.start(facts, engine);
    Narrowing taken = watch.narrow(handshake, enabled.offer(), facts);
    enabled.narrow(engine, taken, handshake.enforced());
    if (!chokePoints.seeOutcomes(engine.getClass())) {
      watch.finished(handshake, facts);
    }
  }

  private void finished(SSLSocket socket) throws Exception {
    SSLSession session = socket.getSession();
    TlsFacts facts =
        facts(socket).session(session.getProtocol(), session.getCipherSuite(), null).build();
    PendingHandshake handshake = watch.start(facts, socket);
    handshake.offered(new EnabledNames(socket).offer());
    String blocked = watch.finished(handshake, facts);
    if (blocked != null) {
      session.invalidate();
      socket.close();
      throw new BlockException(new SSLHandshakeException(blocked));
    }
  }

  private static TlsFacts.Builder facts(SSLSocket socket) {
    return SessionFacts.of(socket, null, PROVIDER);
  }

  private static TlsFacts.Builder facts(SSLEngine engine) {
    return SessionFacts.of(engine, PROVIDER);
  }
}
