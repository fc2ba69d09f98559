package dev.stockade.library.netty;

import dev.stockade.enforce.EnabledNames;
import dev.stockade.enforce.FailureNotice;
import dev.stockade.enforce.OpenSslFailure;
import dev.stockade.enforce.OpenSslSuites;
import dev.stockade.enforce.PendingHandshake;
import dev.stockade.enforce.SessionCertificates;
import dev.stockade.enforce.TlsEnforcement;
import dev.stockade.enforce.TrustAllRegistry;
import dev.stockade.enforce.WeakTable;
import dev.stockade.policy.tls.CertificateChain;
import dev.stockade.policy.tls.Failure;
import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.weave.BlockException;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
import java.security.cert.CertificateException;
import java.util.List;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSession;

/**
 * Netty's engine on OpenSSL or BoringSSL, client and server, and its relocated copies.
 *
 * <p>All hooks are in the engine itself and everything is done through the public API: Netty is a
 * named module that opens nothing. The method {@code handshake} runs once for each step and returns
 * {@code FINISHED} once; records of data never pass it.
 */
final class NettyOpenSsl implements HookHandler {
  static final int STEP = 0;
  static final int STEPPED = 1;
  static final int FAIL = 2;
  static final int REJECT = 3;
  static final int VERIFIER_MADE = 4;
  static final int VERIFY = 5;
  static final int CLOSE = 6;

  private static final String PROVIDER = "OpenSSL (Netty)";
  private static final Object UNKNOWN = new Object();

  private final TlsEnforcement watch;
  private final TrustAllRegistry trust;
  private final SessionCertificates certificates;
  private final FieldByName manager = new FieldByName("manager");
  private final MethodByName getApplicationProtocol =
      new MethodByName("getNegotiatedApplicationProtocol");
  private final NettyResumption resumption = new NettyResumption();

  /** Engines whose handshake is on its way, or failed. */
  private final WeakTable<PendingHandshake> pending = new WeakTable<>();

  NettyOpenSsl(TlsEnforcement watch, TrustAllRegistry trust) {
    this.watch = watch;
    this.trust = trust;
    this.certificates = new SessionCertificates(watch.certificates);
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    if (id == VERIFIER_MADE) {
      trust.setUp(loads[0], manager.ifPresent(loads[0]));
      return value;
    }
    SSLEngine engine = (SSLEngine) loads[0];
    switch (id) {
      case STEP:
        step(engine);
        return value;
      case STEPPED:
        if (value == HandshakeStatus.FINISHED) {
          finished(engine);
        }
        return value;
      case FAIL:
        return value instanceof SSLHandshakeException
            ? failed(engine, (SSLHandshakeException) value)
            : value;
      case REJECT:
        rejected(engine, (Throwable) loads[1]);
        return value;
      case VERIFY:
        verify(engine, loads[1]);
        return value;
      case CLOSE:
        closed(engine);
        return value;
      default:
        return value;
    }
  }

  private void step(SSLEngine engine) throws BlockException {
    PendingHandshake known = pending.get(engine);
    if (known == null) {
      start(engine);
    } else if (known.refusal() != null) {
      // Netty asks again while it closes.
      throw new BlockException(known.refusal());
    }
  }

  private void start(SSLEngine engine) throws BlockException {
    TlsFacts facts = facts(engine).build();
    EnabledNames enabled = new EnabledNames(engine);
    PendingHandshake handshake = watch.start(facts, engine).fromStart();
    pending.put(engine, handshake);
    Narrowing taken = watch.narrow(handshake, enabled.offer(), facts);
    enabled.narrow(engine, taken, handshake.enforced());
  }

  /** The client is about to ask a trust manager. A resumed session asks none. */
  private void verify(SSLEngine engine, Object verifier) throws ReflectiveOperationException {
    PendingHandshake handshake = pending.get(engine);
    if (handshake != null) {
      handshake.answered(trust.in(verifier, manager.ifPresent(verifier)));
    }
  }

  private void finished(SSLEngine engine) throws Exception {
    PendingHandshake handshake = pending.remove(engine);
    if (handshake == null) {
      return;
    }
    SSLSession session = engine.getSession();
    CertificateChain peer = certificates.peer(session, engine);
    CertificateChain own = certificates.own(session);
    String suite = OpenSslSuites.ianaName(session.getCipherSuite());
    TlsFacts facts =
        handshake
            .tell(facts(engine))
            .session(session.getProtocol(), suite, resumption.of(engine))
            .sni(serverName(session))
            .acceptsAnyCertificate(handshake.acceptsAnyCertificate())
            .certificates(peer, own)
            .agreed(alpn(engine), certificates.clientAuth(engine, peer, own), null)
            .build();
    String blocked = watch.finished(handshake, facts);
    if (blocked != null) {
      session.invalidate();
      engine.closeOutbound();
      throw new BlockException(new SSLHandshakeException(blocked));
    }
  }

  /** Netty may make several exceptions for one failure; the first one counts. */
  private Throwable failed(SSLEngine engine, SSLHandshakeException thrown) throws Exception {
    boolean client = engine.getUseClientMode();
    FailureNotice notice = failed(engine, new OpenSslFailure(thrown.getMessage()).of(client));
    return notice == null ? thrown : notice.in(thrown);
  }

  /** A trust manager or key manager of this side threw: no matter of what was offered. */
  private void rejected(SSLEngine engine, Throwable why) {
    String alert = why instanceof CertificateException ? "CERTIFICATE_UNKNOWN" : "INTERNAL_ERROR";
    failed(engine, Failure.other(alert, why.getMessage()));
  }

  /** The connection is at its end. Netty's handler fails with an exception that has no message. */
  private void closed(SSLEngine engine) {
    PendingHandshake handshake = pending.get(engine);
    if (handshake != null && !handshake.isAnswered() && engine.getUseClientMode()) {
      failed(engine, Failure.hungUp("CLOSE_NOTIFY", "closed before the handshake was complete"));
    }
  }

  private FailureNotice failed(SSLEngine engine, Failure failure) {
    PendingHandshake handshake = pending.get(engine);
    return handshake == null || handshake.isOver()
        ? null
        : watch.failed(handshake, handshake.tell(facts(engine)).build(), failure);
  }

  private TlsFacts.Builder facts(SSLEngine engine) {
    return watch.engines.facts(engine, PROVIDER);
  }

  /** Null where this Netty does not say. */
  private String alpn(SSLEngine engine) {
    Object agreed = getApplicationProtocol.ifKnown(engine, UNKNOWN);
    return agreed == null ? "" : agreed instanceof String ? (String) agreed : null;
  }

  private static String serverName(SSLSession session) {
    if (session instanceof ExtendedSSLSession) {
      List<SNIServerName> names;
      try {
        names = ((ExtendedSSLSession) session).getRequestedServerNames();
      } catch (RuntimeException e) {
        // Netty has none, or the client's is malformed.
        return null;
      }
      for (SNIServerName name : names) {
        if (name instanceof SNIHostName) {
          return ((SNIHostName) name).getAsciiName();
        }
      }
    }
    return null;
  }
}
