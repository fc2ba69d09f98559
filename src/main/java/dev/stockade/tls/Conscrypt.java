package dev.stockade.tls;

import dev.stockade.policy.Direction;
import dev.stockade.policy.TlsFacts;
import dev.stockade.weave.Block;
import dev.stockade.weave.Call;
import dev.stockade.weave.Library;
import dev.stockade.weave.Member;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * Conscrypt, which is BoringSSL behind JSSE. Every handshake of its engines and sockets begins in
 * {@code NativeSsl.initialize}. A socket is laid over an engine, unless it has a file descriptor of
 * its own, which the program or an old version chooses.
 */
final class Conscrypt implements Library {
  static final int BEGIN = 0;
  static final int STEP = 1;
  static final int FINISH_ENGINE = 2;
  static final int FINISH_SOCKET = 3;
  static final int FAIL = 4;

  private static final String PROVIDER = "Conscrypt";

  /** What BoringSSL puts before the reason of a failure. */
  private static final String INTERNAL = "OPENSSL_internal:";

  private final TlsWatch watch;
  private final Member parameters = new Member("parameters");
  private final Member enabledProtocols = new Member("enabledProtocols");
  private final Member enabledCipherSuites = new Member("enabledCipherSuites");
  private final Member ssl = new Member("ssl");
  private final Member handshakeCallbacks = new Member("handshakeCallbacks");
  private final Member handshakeListener = new Member("handshakeListener");
  private final Member owner = new Member("val$socket");
  private final Member peerHostname = new Member("peerHostname");
  private final Member carrierOf = new Member("socket");
  private final Call getSession = new Call("getSession");

  /** The handshake that this thread moves on: the place that makes an exception knows none. */
  @SuppressWarnings("ThreadLocalUsage") // one engine, one instance
  private final ThreadLocal<Object> current = new ThreadLocal<Object>();

  /** Handshakes that began and have not ended, by their {@code NativeSsl}. */
  private final Map<Object, NamedOpening> openings =
      Collections.synchronizedMap(new WeakHashMap<Object, NamedOpening>());

  Conscrypt(TlsWatch watch) {
    this.watch = watch;
  }

  @Override
  public Object reached(int place, Object value, Object[] loads) throws Exception {
    switch (place) {
      case BEGIN:
        begin(loads[0]);
        return value;
      case STEP:
        current.set(loads[0]);
        return value;
      case FINISH_ENGINE:
        finished(loads[0], ssl.of(loads[0]));
        return value;
      case FINISH_SOCKET:
        if (openings.containsKey(ssl.of(loads[0]))) {
          finished(loads[0], ssl.of(loads[0]));
        }
        return value;
      case FAIL:
        return failed((SSLHandshakeException) value);
      default:
        return value;
    }
  }

  private void begin(Object handshake) throws Exception {
    Object configured = parameters.of(handshake);
    TlsFacts facts = facts(handshakeCallbacks.of(handshake)).build();
    NamedOpening opening = new NamedOpening(watch.rulingFor(facts, handshake));
    String[] protocols = (String[]) enabledProtocols.of(configured);
    String[] suites = (String[]) enabledCipherSuites.of(configured);
    String[] allowedProtocols = opening.protocols(watch, facts, protocols);
    String[] allowedSuites = opening.suites(watch, facts, suites);
    // Other arrays, as the present ones may be shared with the context.
    if (allowedProtocols != protocols) {
      enabledProtocols.setIfPresent(configured, allowedProtocols);
    }
    if (allowedSuites != suites) {
      enabledCipherSuites.setIfPresent(configured, allowedSuites);
    }
    openings.put(handshake, opening);
  }

  private void finished(Object connection, Object handshake) throws Exception {
    current.remove();
    SSLSession session = (SSLSession) getSession.on(connection);
    TlsFacts facts =
        facts(connection).session(session.getProtocol(), session.getCipherSuite(), false).build();
    NamedOpening opening = openings.remove(handshake);
    if (opening == null) {
      opening = new NamedOpening(watch.rulingFor(facts, handshake));
    }
    String blocked = watch.finished(opening.ruling, facts, opening.offer());
    if (blocked != null) {
      session.invalidate();
      if (connection instanceof SSLSocket) {
        ((SSLSocket) connection).close();
      }
      throw new Block(new SSLHandshakeException(blocked));
    }
  }

  private Object failed(SSLHandshakeException thrown) throws Exception {
    Object handshake = current.get();
    current.remove();
    NamedOpening opening = handshake == null ? null : openings.remove(handshake);
    if (opening == null || TlsWatch.isOurs(thrown) || TlsWatch.isOurs(thrown.getCause())) {
      return thrown;
    }
    TlsFacts facts = facts(handshakeCallbacks.of(handshake)).build();
    String words = reason(String.valueOf(thrown.getMessage()));
    String alert = alert(words);
    boolean saidByPeer = words.contains("_ALERT_");
    boolean aboutOffer = !(saidByPeer && facts.direction() == Direction.IN);
    String sentence =
        watch.failed(opening.ruling, facts, opening.offer(), alert, words, aboutOffer);
    if (sentence == null) {
      return thrown;
    }
    SSLHandshakeException ours = new SSLHandshakeException(sentence);
    ours.initCause(thrown);
    return ours;
  }

  /** Without native addresses, which would make each failure a new fact. */
  private static String reason(String words) {
    int at = words.indexOf(INTERNAL);
    if (at < 0) {
      return words;
    }
    int end = words.indexOf(' ', at);
    return words.substring(at + INTERNAL.length(), end < 0 ? words.length() : end);
  }

  /** BoringSSL's words are all that is known; what may be about the offer must be in them. */
  private static String alert(String words) {
    if (words.contains("PROTOCOL_VERSION")
        || words.contains("UNSUPPORTED_PROTOCOL")
        || words.contains("UNKNOWN_PROTOCOL")) {
      return "PROTOCOL_VERSION";
    }
    if (words.contains("HANDSHAKE_FAILURE")
        || words.contains("NO_SHARED_CIPHER")
        || words.contains("INSUFFICIENT_SECURITY")) {
      return "HANDSHAKE_FAILURE";
    }
    return words.contains("CERTIFICATE") ? "CERTIFICATE_UNKNOWN" : "INTERNAL_ERROR";
  }

  private TlsFacts.Builder facts(Object connection) throws ReflectiveOperationException {
    if (connection instanceof SSLEngine) {
      Object socket = owner.ifPresent(handshakeListener.ifPresent(connection));
      if (!(socket instanceof SSLSocket)) {
        return PublicFacts.of((SSLEngine) connection, PROVIDER);
      }
      boolean client = ((SSLEngine) connection).getUseClientMode();
      TlsFacts.Builder facts =
          new TlsFacts.Builder(client ? Direction.OUT : Direction.IN).seenIn(PROVIDER, "SSLSocket");
      return isOverOwnSocket(socket)
          ? facts.peer(host(socket), null, 0)
          : PublicFacts.address(facts, (SSLSocket) socket, host(socket));
    }
    SSLSocket socket = (SSLSocket) connection;
    return isOverOwnSocket(socket)
        ? PublicFacts.withoutAddress(socket, host(socket), PROVIDER)
        : PublicFacts.of(socket, host(socket), PROVIDER);
  }

  private String host(Object socket) throws ReflectiveOperationException {
    return (String) peerHostname.ifPresent(socket);
  }

  /** Asking a socket of the application's making for its address may throw or wait. */
  private boolean isOverOwnSocket(Object socket) throws ReflectiveOperationException {
    Object carrier = carrierOf.ifPresent(socket);
    return carrier != null && carrier != socket && carrier.getClass().getClassLoader() != null;
  }
}
