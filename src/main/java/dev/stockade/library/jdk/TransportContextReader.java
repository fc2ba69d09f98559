package dev.stockade.library.jdk;

import dev.stockade.enforce.Certificates;
import dev.stockade.enforce.EngineEnds;
import dev.stockade.enforce.SocketEnds;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.tls.CipherSuites;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.weave.reflect.FieldByName;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import javax.crypto.interfaces.DHPublicKey;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * Reads the facts of a handshake from its {@code sun.security.ssl.TransportContext}. Only fields
 * and plain getters are read: nothing here looks up a name, starts a handshake or waits.
 */
final class TransportContextReader {
  private static final String PROVIDER = "SunJSSE";

  private final SocketEnds sockets;
  private final EngineEnds engines;
  private final JsseSession sessions;
  private final FieldByName handshakeContext = new FieldByName("handshakeContext");
  private final FieldByName conSession = new FieldByName("conSession");
  private final FieldByName sslConfig = new FieldByName("sslConfig");
  private final FieldByName isClientMode = new FieldByName("isClientMode");
  private final FieldByName transport = new FieldByName("transport");
  private final FieldByName closeReason = new FieldByName("closeReason");
  private final FieldByName isNegotiated = new FieldByName("isNegotiated");
  private final FieldByName peerHost = new FieldByName("peerHost");
  private final FieldByName peerPort = new FieldByName("peerPort");
  private final FieldByName self = new FieldByName("self");
  private final FieldByName activeProtocols = new FieldByName("activeProtocols");
  private final FieldByName activeCipherSuites = new FieldByName("activeCipherSuites");
  private final FieldByName negotiatedProtocol = new FieldByName("negotiatedProtocol");
  private final FieldByName negotiatedCipherSuite = new FieldByName("negotiatedCipherSuite");
  private final FieldByName isResumption = new FieldByName("isResumption");
  private final FieldByName handshakePossessions = new FieldByName("handshakePossessions");
  private final FieldByName handshakeCredentials = new FieldByName("handshakeCredentials");
  private final FieldByName serverSelectedNamedGroup = new FieldByName("serverSelectedNamedGroup");
  private final FieldByName namedGroup = new FieldByName("namedGroup");
  private final FieldByName groupName = new FieldByName("name");
  private final FieldByName popPublicKey = new FieldByName("popPublicKey");
  private final FieldByName publicKey = new FieldByName("publicKey");

  TransportContextReader(SocketEnds sockets, EngineEnds engines, Certificates certificates) {
    this.sockets = sockets;
    this.engines = engines;
    this.sessions = new JsseSession(certificates);
  }

  /** Whether a connection is known to be inbound. */
  boolean isServer(Object context) throws ReflectiveOperationException {
    return context != null && Boolean.FALSE.equals(isClientMode.of(sslConfig.of(context)));
  }

  /** The running handshake; null before and after. */
  Object handshake(Object context) throws ReflectiveOperationException {
    return handshakeContext.of(context);
  }

  List<?> offeredProtocols(Object handshake) throws ReflectiveOperationException {
    return (List<?>) activeProtocols.of(handshake);
  }

  List<?> offeredSuites(Object handshake) throws ReflectiveOperationException {
    return (List<?>) activeCipherSuites.of(handshake);
  }

  /** The version that the two sides have agreed on; null before. */
  Object negotiatedProtocol(Object handshake) throws ReflectiveOperationException {
    return negotiatedProtocol.ifPresent(handshake);
  }

  /** Whether the two sides had agreed on a cipher suite. */
  boolean hasAgreed(Object handshake) throws ReflectiveOperationException {
    return handshake != null && negotiatedCipherSuite.of(handshake) != null;
  }

  /** Whether a handshake was completed before the one that starts. */
  boolean isNegotiated(Object context) throws ReflectiveOperationException {
    return Boolean.TRUE.equals(isNegotiated.ifPresent(context));
  }

  /** Whether a failure now is the first one, and of a handshake, not of the data after it. */
  boolean isHandshaking(Object context) throws ReflectiveOperationException {
    if (closeReason.of(context) != null) {
      return false;
    }
    Object handshake = handshake(context);
    if (handshake == null) {
      return !Boolean.TRUE.equals(isNegotiated.of(context));
    }
    // After a TLS 1.3 handshake: new session tickets and key updates.
    return !handshake.getClass().getName().endsWith("PostHandshakeContext");
  }

  /** Both ends of the connection, without the outcome. */
  TlsFacts.Builder peer(Object context) throws ReflectiveOperationException {
    boolean client = Boolean.TRUE.equals(isClientMode.of(sslConfig.of(context)));
    TlsFacts.Builder facts = new TlsFacts.Builder(client ? Direction.OUT : Direction.IN);
    Object connection = transport.of(context);
    if (connection instanceof SSLSocket) {
      SSLSocket socket = (SSLSocket) connection;
      String host = (String) peerHost.ifPresent(socket);
      sockets.tell(facts, socket, self.ifPresent(socket), host);
      facts.seenIn(PROVIDER, "SSLSocket");
    } else if (connection instanceof SSLEngine) {
      engines.tell(facts, (SSLEngine) connection).seenIn(PROVIDER, "SSLEngine");
    } else {
      // QUIC, of JDK 26 and newer.
      Object port = peerPort.ifPresent(connection);
      facts
          .peer((String) peerHost.ifPresent(connection), null, port == null ? 0 : (Integer) port)
          .seenIn(PROVIDER, connection == null ? null : connection.getClass().getSimpleName());
    }
    return facts;
  }

  /** Everything, at the end of a handshake. */
  TlsFacts.Builder outcome(Object context) throws ReflectiveOperationException {
    Object handshake = handshake(context);
    SSLSession session = (SSLSession) conSession.of(context);
    String suite = session.getCipherSuite();
    String version = session.getProtocol();
    Object config = sslConfig.of(context);
    boolean client = Boolean.TRUE.equals(isClientMode.of(config));
    boolean resumed = Boolean.TRUE.equals(isResumption.ifPresent(handshake));
    TlsFacts.Builder facts = peer(context);
    sessions.tell(facts, context, handshake, session, config, client, resumed, version);
    return facts
        .session(version, suite, resumed)
        .sni(serverName(session))
        .keyExchange(
            group(handshake, client),
            CipherSuites.isEphemeralDh(suite) ? dhBits(handshake, client) : 0);
  }

  void invalidateSession(Object context) throws ReflectiveOperationException {
    ((SSLSession) conSession.of(context)).invalidate();
  }

  /**
   * Ends the connection the way JSSE does: alert to the peer, both directions closed, so that an
   * application that continues despite the exception cannot use it.
   *
   * @return the exception that JSSE made for the application
   */
  Throwable end(Object context, String sentence) throws ReflectiveOperationException {
    for (Method method : context.getClass().getDeclaredMethods()) {
      Class<?>[] types = method.getParameterTypes();
      if (method.getName().equals("fatal") && types.length == 2 && types[1] == String.class) {
        method.setAccessible(true);
        try {
          return (Throwable) method.invoke(context, handshakeFailure(types[0]), sentence);
        } catch (InvocationTargetException e) {
          return e.getCause();
        }
      }
    }
    throw new NoSuchMethodException("TransportContext.fatal(Alert, String)");
  }

  private static Object handshakeFailure(Class<?> alert) throws ReflectiveOperationException {
    for (Object constant : alert.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals("HANDSHAKE_FAILURE")) {
        return constant;
      }
    }
    throw new NoSuchFieldException("Alert.HANDSHAKE_FAILURE");
  }

  private static String serverName(SSLSession session) {
    if (session instanceof ExtendedSSLSession) {
      List<SNIServerName> names = ((ExtendedSSLSession) session).getRequestedServerNames();
      for (SNIServerName name : names) {
        if (name instanceof SNIHostName) {
          return ((SNIHostName) name).getAsciiName();
        }
      }
    }
    return null;
  }

  /** A client knows the chosen group by what the server sent, a server by what it made. */
  private String group(Object handshake, boolean client) throws ReflectiveOperationException {
    Object group = groupIn(client ? handshakeCredentials : handshakePossessions, handshake);
    if (group == null) {
      group = serverSelectedNamedGroup.ifPresent(handshake);
    }
    return (String) groupName.ifPresent(group);
  }

  private Object groupIn(FieldByName list, Object handshake) throws ReflectiveOperationException {
    Object group = null;
    for (Object part : (List<?>) list.of(handshake)) {
      Object found = namedGroup.ifPresent(part);
      group = found == null ? group : found;
    }
    return group;
  }

  private int dhBits(Object handshake, boolean client) throws ReflectiveOperationException {
    for (Object part :
        (List<?>) (client ? handshakeCredentials : handshakePossessions).of(handshake)) {
      Object key = (client ? popPublicKey : publicKey).ifPresent(part);
      if (key instanceof DHPublicKey) {
        return ((DHPublicKey) key).getParams().getP().bitLength();
      }
    }
    return 0;
  }
}
