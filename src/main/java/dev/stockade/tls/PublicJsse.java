package dev.stockade.tls;

import dev.stockade.journal.Journal;
import dev.stockade.policy.Direction;
import dev.stockade.policy.Narrowing;
import dev.stockade.policy.TlsFacts;
import dev.stockade.policy.TlsPolicy;
import dev.stockade.weave.Block;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookFamily;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * JSSE without the choke points of {@link SunJsse}: JDK 8 before 8u272, or a JDK of tomorrow.
 * Filters through the public API when a handshake begins, and reads the truth where a socket's
 * handshake returns. An engine's outcome is not seen: that would need hooks in wrap and unwrap.
 */
public final class PublicJsse implements HookFamily {
  private static final String SOCKET = "sun/security/ssl/SSLSocketImpl";
  private static final String ENGINE = "sun/security/ssl/SSLEngineImpl";
  private static final String PROVIDER = "SunJSSE";

  /** Index of the one hook that sees an end; all others see a begin. */
  private static final int FINISH = 4;

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

  private final TlsRules rules;
  private final Journal journal;
  private final ChokePoints chokePoints;
  private volatile TlsWatch watch;
  private volatile TlsPolicy policy;

  public PublicJsse(TlsRules rules, Journal journal, ChokePoints chokePoints) {
    this.rules = rules;
    this.journal = journal;
    this.chokePoints = chokePoints;
  }

  @Override
  public List<Hook> hooks() {
    return Arrays.asList(
        Hook.enter(SOCKET, "startHandshake", null, Hook.THIS).ifPresent(),
        Hook.enter(SOCKET, "kickstartHandshake", null, Hook.THIS).ifPresent(),
        Hook.enter(ENGINE, "beginHandshake", null, Hook.THIS).ifPresent(),
        Hook.enter(ENGINE, "kickstartHandshake", null, Hook.THIS).ifPresent(),
        Hook.exit(SOCKET, "startHandshake", "()V", Hook.THIS).ifPresent());
  }

  @Override
  public Object reached(int index, Object value, Object[] loads) throws Exception {
    Object connection = loads[0];
    prepare();
    if (index == FINISH) {
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
      policy = rules.policy();
      watch = new TlsWatch(rules, journal);
    }
  }

  private void begin(SSLSocket socket) throws Block {
    Narrowing narrowing = narrowing(socket.getEnabledProtocols(), socket.getEnabledCipherSuites());
    if (watch.enforcing() && !narrowing.isEmpty()) {
      refuseIfNothingIsLeft(facts(socket).build(), narrowing);
      socket.setEnabledProtocols(allowedProtocols(socket.getEnabledProtocols()));
      socket.setEnabledCipherSuites(allowedSuites(socket.getEnabledCipherSuites()));
    }
  }

  private void begin(SSLEngine engine) throws Block {
    Narrowing narrowing = narrowing(engine.getEnabledProtocols(), engine.getEnabledCipherSuites());
    if (watch.enforcing() && !narrowing.isEmpty()) {
      refuseIfNothingIsLeft(facts(engine).build(), narrowing);
      engine.setEnabledProtocols(allowedProtocols(engine.getEnabledProtocols()));
      engine.setEnabledCipherSuites(allowedSuites(engine.getEnabledCipherSuites()));
    }
    if (!chokePoints.seeOutcomes(engine.getClass())) {
      watch.finished(facts(engine).build(), narrowing);
    }
  }

  private void finished(SSLSocket socket) throws Exception {
    SSLSession session = socket.getSession();
    Narrowing narrowing = narrowing(socket.getEnabledProtocols(), socket.getEnabledCipherSuites());
    TlsFacts facts =
        facts(socket).session(session.getProtocol(), session.getCipherSuite(), false).build();
    String blocked = watch.finished(facts, narrowing);
    if (blocked != null) {
      session.invalidate();
      socket.close();
      throw new Block(new SSLHandshakeException(blocked));
    }
  }

  private void refuseIfNothingIsLeft(TlsFacts facts, Narrowing narrowing) throws Block {
    if (narrowing.leavesNothing()) {
      throw new Block(watch.refusedOffer(facts, narrowing));
    }
  }

  private Narrowing narrowing(String[] protocols, String[] suites) {
    return policy.narrow(Arrays.asList(protocols), Arrays.asList(suites));
  }

  private String[] allowedProtocols(String[] offered) {
    List<String> allowed = new ArrayList<String>();
    for (String protocol : offered) {
      if (policy.allowsProtocol(protocol)) {
        allowed.add(protocol);
      }
    }
    return allowed.toArray(new String[0]);
  }

  private String[] allowedSuites(String[] offered) {
    List<String> allowed = new ArrayList<String>();
    for (String suite : offered) {
      if (policy.allowsSuite(suite)) {
        allowed.add(suite);
      }
    }
    return allowed.toArray(new String[0]);
  }

  private static TlsFacts.Builder facts(SSLSocket socket) {
    InetAddress address = socket.getInetAddress();
    return new TlsFacts.Builder(socket.getUseClientMode() ? Direction.OUT : Direction.IN)
        .peer(null, address == null ? null : address.getHostAddress(), socket.getPort())
        .localPort(socket.getLocalPort())
        .seenIn(PROVIDER, "SSLSocket");
  }

  private static TlsFacts.Builder facts(SSLEngine engine) {
    return new TlsFacts.Builder(engine.getUseClientMode() ? Direction.OUT : Direction.IN)
        .peer(engine.getPeerHost(), null, Math.max(0, engine.getPeerPort()))
        .seenIn(PROVIDER, "SSLEngine");
  }
}
