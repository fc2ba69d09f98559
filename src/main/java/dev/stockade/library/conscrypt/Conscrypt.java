package dev.stockade.library.conscrypt;

import dev.stockade.enforce.FailureNotice;
import dev.stockade.enforce.HangUps;
import dev.stockade.enforce.PendingHandshake;
import dev.stockade.enforce.SessionFacts;
import dev.stockade.enforce.TlsEnforcement;
import dev.stockade.enforce.TrustAllRegistry;
import dev.stockade.enforce.WeakTable;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.tls.ClientAuth;
import dev.stockade.policy.tls.Failure;
import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.Offer;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.weave.BlockException;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
import java.security.cert.CertificateException;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * Conscrypt, which is BoringSSL behind JSSE. Its sockets are laid over an engine, or have a file
 * descriptor of their own, as all had by default before 2.5.
 *
 * <p>What is offered is narrowed on its way to BoringSSL. The parameters that it comes from are
 * left alone: all connections that a server socket accepts share them.
 */
final class Conscrypt implements HookHandler {
  static final int PROTOCOLS = 0;
  static final int SUITES = 1;
  static final int FINISH_ENGINE = 2;
  static final int FINISH_SOCKET = 3;
  static final int FAIL = 4;
  static final int CLOSE_ENGINE = 5;

  private static final String PROVIDER = "Conscrypt";
  private static final String ENGINE = ".ConscryptEngine";

  private final TlsEnforcement watch;
  private final TrustAllRegistry trust;
  private final ConscryptSession sessions = new ConscryptSession();
  private final ConscryptPeer peers;
  private final ConscryptCertificates certificates;
  private final FieldByName parameters = new FieldByName("parameters");
  private final FieldByName trustManager = new FieldByName("x509TrustManager");
  private final FieldByName handshakeCallbacks = new FieldByName("handshakeCallbacks");
  private final FieldByName engine = new FieldByName("engine");
  private final FieldByName ssl = new FieldByName("ssl");
  private final MethodByName getEnabledCipherSuites = new MethodByName("getEnabledCipherSuites");
  private final MethodByName getSession = new MethodByName("getSession");

  /** Handshakes that started and have not ended, by their {@code NativeSsl}. */
  private final WeakTable<PendingHandshake> pending = new WeakTable<>();

  Conscrypt(TlsEnforcement watch, TrustAllRegistry trust) {
    this.watch = watch;
    this.trust = trust;
    this.peers = new ConscryptPeer(PROVIDER, watch.sockets, watch.engines);
    this.certificates = new ConscryptCertificates(watch.certificates);
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    switch (id) {
      case PROTOCOLS:
        return protocols(loads[0], (String[]) value);
      case SUITES:
        return suites(loads[0], (String[]) value);
      case FINISH_ENGINE:
        finished(loads[0], ssl.of(loads[0]));
        return value;
      case FINISH_SOCKET:
        // Also where the handshake was complete before, or the socket was closed meanwhile.
        if (pending.get(ssl.of(loads[0])) != null) {
          finished(loads[0], ssl.of(loads[0]));
        }
        return value;
      case CLOSE_ENGINE:
        closed(loads[0]);
        return value;
      case FAIL:
        return failed(loads[0], (Throwable) value);
      default:
        throw new IllegalArgumentException("no hook has id " + id);
    }
  }

  private Object protocols(Object handshake, String[] offered) throws Exception {
    TlsFacts facts = facts(handshake);
    PendingHandshake started = watch.start(facts, handshake).fromStart();
    Narrowing taken = watch.narrow(started, Offer.ofProtocols(Arrays.asList(offered)), facts);
    pending.put(handshake, started);
    return without(taken, offered);
  }

  /** What is handed on lacks the suites of TLS 1.3, which are always on where that version is. */
  private Object suites(Object handshake, String[] offered) throws Exception {
    PendingHandshake started = pending.get(handshake);
    if (started == null) {
      return offered;
    }
    String[] all = (String[]) getEnabledCipherSuites.on(parameters.of(handshake));
    Offer part = Offer.ofSuites(Arrays.asList(all));
    return without(watch.narrow(started, part, facts(handshake)), offered);
  }

  private static String[] without(Narrowing taken, String[] offered) {
    if (taken.isEmpty()) {
      return offered;
    }
    String[] kept = new String[offered.length];
    int count = 0;
    for (String name : offered) {
      if (!taken.removes(name)) {
        kept[count++] = name;
      }
    }
    return Arrays.copyOf(kept, count);
  }

  private void finished(Object connection, Object handshake) throws Exception {
    TlsFacts.Builder builder = peers.facts(connection);
    PendingHandshake started = pending.remove(handshake);
    boolean client = SessionFacts.isClient(connection);
    Object set = parameters.of(handshake);
    ClientAuth clientAuth = certificates.tell(builder, connection, set, client);
    if (!sessions.tell(handshake, builder, clientAuth)) {
      return;
    }
    if (client) {
      builder.acceptsAnyCertificate(trust.in(set, trustManager.ifPresent(set)));
    }
    if (started != null) {
      started.tell(builder);
    }
    TlsFacts facts = builder.build();
    if (started == null) {
      started = watch.start(facts, handshake);
    }
    String blocked = watch.finished(started, facts);
    if (blocked != null) {
      ((SSLSession) getSession.on(connection)).invalidate();
      close(connection);
      throw new BlockException(new SSLHandshakeException(blocked));
    }
  }

  /** So that the peer is notified. What is to be sent then waits in an engine for its program. */
  private static void close(Object connection) throws Exception {
    if (connection instanceof SSLEngine) {
      ((SSLEngine) connection).closeOutbound();
      ((SSLEngine) connection).closeInbound();
    } else {
      ((SSLSocket) connection).close();
    }
  }

  /** An exception may pass several hooks on its way to the program; the first one counts. */
  private Throwable failed(Object connection, Throwable thrown) throws Exception {
    Object below = engine.ifPresent(connection);
    Object handshake = ssl.of(below == null ? connection : below);
    PendingHandshake started = pending.remove(handshake);
    if (started == null
        || TlsEnforcement.isOurs(thrown)
        || TlsEnforcement.isOurs(thrown.getCause())) {
      return thrown;
    }
    TlsFacts facts = started.tell(builder(handshake)).build();
    FailureNotice notice = watch.failed(started, facts, failure(facts, thrown));
    return notice == null ? thrown : notice.in(thrown);
  }

  private static Failure failure(TlsFacts facts, Throwable thrown) {
    BoringSslFailure failure = new BoringSslFailure(thrown.getMessage());
    if (thrown instanceof CertificateException
        || thrown.getCause() instanceof CertificateException) {
      return Failure.other("CERTIFICATE_UNKNOWN", failure.why());
    }
    boolean client = facts.direction() == Direction.OUT;
    return client && HangUps.is(failure.why(), thrown)
        ? Failure.hungUp(failure.alert(), failure.why())
        : failure.of(client);
  }

  /** The end of an engine's connection; a socket over one throws, and that is reported. */
  private void closed(Object connection) throws Exception {
    Object handshake = ssl.of(connection);
    if (pending.get(handshake) == null
        || !SessionFacts.isClient(connection)
        || peers.isOfSocket(connection)
        || isFailing()) {
      return;
    }
    PendingHandshake started = pending.remove(handshake);
    if (started != null) {
      String why = "closed before the handshake was complete";
      TlsFacts facts = started.tell(builder(handshake)).build();
      watch.failed(started, facts, Failure.hungUp("CLOSE_NOTIFY", why));
    }
  }

  /** Whether the engine closes itself, because of an exception that is reported next. */
  private static boolean isFailing() {
    for (StackTraceElement frame : new Throwable().getStackTrace()) {
      if (frame.getMethodName().equals("closeAll") && frame.getClassName().endsWith(ENGINE)) {
        return true;
      }
    }
    return false;
  }

  private TlsFacts facts(Object handshake) throws Exception {
    return builder(handshake).build();
  }

  private TlsFacts.Builder builder(Object handshake) throws Exception {
    return peers.facts(handshakeCallbacks.of(handshake));
  }
}
