package dev.stockade.library.provider;

import dev.stockade.enforce.EnabledNames;
import dev.stockade.enforce.OpenSslSuites;
import dev.stockade.enforce.PendingHandshake;
import dev.stockade.enforce.SessionCertificates;
import dev.stockade.enforce.SessionFacts;
import dev.stockade.enforce.TlsEnforcement;
import dev.stockade.enforce.WeakTable;
import dev.stockade.policy.tls.CertificateChain;
import dev.stockade.policy.tls.Failure;
import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.weave.BlockException;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.MethodByName;
import java.security.Provider;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * TLS of a provider that no other class here knows. Its classes cannot be listed, so they are woven
 * when the first object of one is made; what is known of it is JSSE's public API. That shows the
 * outcome of a socket; of an engine only what it offers, since its end would need hooks in {@code
 * wrap} and {@code unwrap}.
 */
final class GenericProvider implements HookHandler {
  static final int CONTEXT_MADE = 0;
  static final int CONNECTION_MADE = 1;
  static final int START_ENGINE = 2;
  static final int START_SOCKET = 3;
  static final int FINISH = 4;
  static final int CLOSE = 5;

  private final TlsEnforcement watch;
  private final OtherProviderClasses classes;
  private final SessionCertificates certificates;
  private final MethodByName getApplicationProtocol = new MethodByName("getApplicationProtocol");

  /** Handshakes that started; of sockets until they end, so that a renegotiation is another one. */
  private final WeakTable<PendingHandshake> pending = new WeakTable<>();

  GenericProvider(TlsEnforcement watch, Consumer<Class<?>> weaver) {
    this.watch = watch;
    this.classes = new OtherProviderClasses(weaver);
    this.certificates = new SessionCertificates(watch.certificates);
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    switch (id) {
      case CONTEXT_MADE:
        classes.contextMade(loads[0], (Provider) loads[1]);
        break;
      case CONNECTION_MADE:
        classes.connectionMade(loads[0].getClass());
        break;
      case START_ENGINE:
        start((SSLEngine) loads[0]);
        break;
      case START_SOCKET:
        start((SSLSocket) loads[0]);
        break;
      case FINISH:
        finished((SSLSocket) loads[0]);
        break;
      case CLOSE:
        closed((SSLSocket) loads[0]);
        break;
      default:
        throw new IllegalArgumentException("no hook has id " + id);
    }
    return value;
  }

  private void start(SSLEngine engine) throws BlockException {
    TlsFacts facts = watch.engines.facts(engine, classes.providerOf(engine)).build();
    EnabledNames enabled = new EnabledNames(engine);
    PendingHandshake handshake = watch.start(facts, engine);
    Narrowing taken = watch.narrow(handshake, enabled.offer(), facts);
    enabled.narrow(engine, taken, handshake.enforced());
    boolean first = pending.put(engine, handshake) == null;
    if (first && !classes.isJdks(engine.getSession())) {
      watch.finished(handshake, facts);
    }
  }

  private void start(SSLSocket socket) throws BlockException {
    TlsFacts facts = facts(socket).build();
    EnabledNames enabled = new EnabledNames(socket);
    PendingHandshake handshake = watch.start(facts, socket).fromStart();
    Narrowing taken = watch.narrow(handshake, enabled.offer(), facts);
    enabled.narrow(socket, taken, handshake.enforced());
    if (pending.get(socket) == null) {
      pending.put(socket, handshake);
    }
  }

  private void finished(SSLSocket socket) throws Exception {
    PendingHandshake handshake = pending.remove(socket);
    if (handshake == null) {
      return;
    }
    SSLSession session = socket.getSession();
    // A handshake of the JDK's within one of another provider has its record already.
    if (!session.isValid() || classes.isJdks(session)) {
      return;
    }
    String suite = OpenSslSuites.ianaName(session.getCipherSuite());
    CertificateChain peer = certificates.peer(session, socket);
    CertificateChain own = certificates.own(session);
    TlsFacts facts =
        handshake
            .tell(facts(socket))
            .session(session.getProtocol(), suite, null)
            .certificates(peer, own)
            .agreed(alpn(socket), certificates.clientAuth(socket, peer, own), null)
            .build();
    String blocked = watch.finished(handshake, facts);
    if (blocked != null) {
      session.invalidate();
      socket.close();
      throw new BlockException(new SSLHandshakeException(blocked));
    }
  }

  /** What a handshake failed with is not seen, but that it did: its program closes the socket. */
  private void closed(SSLSocket socket) {
    PendingHandshake handshake = pending.remove(socket);
    TlsFacts facts = handshake == null ? null : handshake.tell(facts(socket)).build();
    if (facts != null && !watch.hasFailed(facts)) {
      String why = "closed before the handshake was complete";
      watch.failed(handshake, facts, Failure.unseen("CLOSE_NOTIFY", why));
    }
  }

  /** Null also where the provider, or a JDK before 8u252, does not know of it. */
  private String alpn(SSLSocket socket) {
    return (String) getApplicationProtocol.ifKnown(socket, null);
  }

  private TlsFacts.Builder facts(SSLSocket socket) {
    String provider = classes.providerOf(socket);
    try {
      return SessionFacts.of(socket, null, provider);
    } catch (RuntimeException e) {
      // It may be laid over a socket of the application's own making.
      return SessionFacts.withoutAddress(socket, null, provider);
    }
  }
}
