package dev.stockade.library.jdk;

import dev.stockade.enforce.Enforcement;
import dev.stockade.enforce.LayeredSockets;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;

/** The rows of the JDK: its own TLS, its HTTP clients and its HTTP server. */
public final class JdkHooks implements HookSource {
  /** The handler of the choke points in JSSE. */
  public static final int SUN_JSSE = 0;

  private static final int URL_CONNECTION = 1;
  private static final int HTTP1 = 2;
  private static final int HTTP2 = 3;
  private static final int HTTP3 = 4;
  private static final int HOST_NAMES = 5;
  private static final int LAYERED = 6;
  private static final int SERVER = 7;
  private static final int HAND_OVER = 8;
  private static final int CONNECTION = 9;
  private static final int URL_ANSWERS = 10;
  private static final int ANSWERS = 11;

  private static final String HANDSHAKE = "sun/security/ssl/HandshakeContext";
  private static final String TRANSPORT = "sun/security/ssl/TransportContext";
  private static final String CLIENT = "jdk/internal/net/http/";

  /** Messages that carry a signature; the constructor that reads one verifies it. */
  private static final String[] SIGNED_MESSAGES = {
    "CertificateVerify$T13CertificateVerify",
    "CertificateVerify$T12CertificateVerify",
    "ECDHServerKeyExchange$ECDHServerKeyExchange",
    "DHServerKeyExchange$DHServerKeyExchange",
  };

  private final Enforcement enforcement;

  public JdkHooks(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  @Override
  public void addTo(HookRows rows) {
    addJsse(rows);
    rows.add(
        LAYERED,
        0,
        Hook.returned(
                "sun/security/ssl/SSLSocketFactoryImpl", "createSocket", LayeredSockets.OVER, 0, 2)
            .relocated());
    rows.add(SERVER, 0, Hook.exit("sun/net/httpserver/SSLStreams", "<init>", null, Hook.THIS, 2));
    rows.add(
        HOST_NAMES,
        JdkHostNames.URL_CONNECTION,
        Hook.enter("sun/net/www/protocol/https/HttpsClient", "afterConnect", null, Hook.THIS));
    rows.add(
        HOST_NAMES,
        JdkHostNames.HTTP_CLIENT,
        Hook.returned(CLIENT + "AbstractAsyncSSLConnection", "createEngine", null).ifPresent());
    for (String connection : new String[] {"AsyncSSLConnection", "AsyncSSLTunnelConnection"}) {
      rows.add(CONNECTION, 0, Hook.enter(CLIENT + connection, "connectAsync", null, Hook.THIS));
    }
    addClients(rows);
  }

  private static void addJsse(HookRows rows) {
    String starts = "(Lsun/security/ssl/SSLContextImpl;Lsun/security/ssl/TransportContext;)V";
    rows.add(SUN_JSSE, SunJsse.START, Hook.enter(HANDSHAKE, "<init>", starts, 1));
    rows.add(SUN_JSSE, SunJsse.GROUPS, Hook.exit(HANDSHAKE, "<init>", starts, Hook.THIS, 1));
    rows.add(SUN_JSSE, SunJsse.PROTOCOLS, Hook.returned(HANDSHAKE, "getActiveProtocols", null));
    rows.add(SUN_JSSE, SunJsse.SUITES, Hook.returned(HANDSHAKE, "getActiveCipherSuites", null));
    rows.add(SUN_JSSE, SunJsse.FINISH, Hook.enter(TRANSPORT, "finishHandshake", null, Hook.THIS));
    rows.add(
        SUN_JSSE,
        SunJsse.FAIL,
        Hook.argument(
            TRANSPORT,
            "fatal",
            "(Lsun/security/ssl/Alert;Ljava/lang/String;ZLjava/lang/Throwable;)"
                + "Ljavax/net/ssl/SSLException;",
            1,
            Hook.THIS,
            0,
            3));
    String read = "(Lsun/security/ssl/HandshakeContext;Ljava/nio/ByteBuffer;)V";
    for (String message : SIGNED_MESSAGES) {
      String name = "sun/security/ssl/" + message + "Message";
      rows.add(SUN_JSSE, SunJsse.SIGNED, Hook.exit(name, "<init>", read, Hook.THIS, 0));
    }
    rows.add(
        SUN_JSSE,
        SunJsse.CONTEXT,
        Hook.enter("sun/security/ssl/SSLContextImpl", "engineInit", null, Hook.THIS, 1));
    rows.add(
        SUN_JSSE,
        SunJsse.HTTP_CLIENT,
        Hook.returned(CLIENT + "common/SSLTube", "checkForHandshake", null, Hook.THIS).ifPresent());
  }

  private static void addClients(HookRows rows) {
    // The overload with three parameters calls this one.
    rows.add(
        URL_CONNECTION,
        0,
        Hook.enter(
            "sun/net/www/http/HttpClient",
            "writeRequests",
            "(Lsun/net/www/MessageHeader;Lsun/net/www/http/PosterOutputStream;)V",
            Hook.THIS,
            0,
            1));
    rows.add(
        HTTP1,
        0,
        Hook.returned(CLIENT + "Http1Request", "headers", "()Ljava/util/List;", Hook.THIS));
    rows.add(HTTP2, 0, Hook.returned(CLIENT + "Stream", "headerFrame", null, Hook.THIS));
    rows.add(HTTP3, 0, Hook.enter(CLIENT + "qpack/Encoder", "encodeHeaders", null, 3));
    rows.add(
        URL_ANSWERS, 0, Hook.exit("sun/net/www/http/HttpClient", "parseHTTP", null, Hook.THIS, 0));
    // The constructor of six parameters calls this one, as all versions of HTTP do.
    rows.add(
        ANSWERS, 0, Hook.exit(CLIENT + "Response", "<init>", null, Hook.THIS, 0).parameters(7));
    String future = "*Ljava/util/concurrent/Executor;)Ljava/util/concurrent/CompletableFuture;";
    // All ways to send call this one.
    rows.add(HAND_OVER, 0, Hook.enter(CLIENT + "HttpClientImpl", "sendAsync", future, 0));
  }

  @Override
  public HookHandler handler(int number) {
    switch (number) {
      case SUN_JSSE:
        return new SunJsse(enforcement.tls(), enforcement.checks());
      case URL_CONNECTION:
        return new HttpUrlConnection(enforcement.aws());
      case HTTP1:
        return new JdkHttp1(enforcement.aws());
      case HTTP2:
        return new JdkHttp2(enforcement.aws());
      case HTTP3:
        return new JdkHttp3(enforcement.aws());
      case HOST_NAMES:
        return new JdkHostNames(enforcement.checks());
      case LAYERED:
        return new LayeredSockets(enforcement);
      case SERVER:
        return new JdkHttpServer(enforcement.tls().engines);
      case CONNECTION:
        return new JdkHttpConnection(enforcement.tls().engines);
      case HAND_OVER:
        return new JdkHandOver(enforcement);
      case URL_ANSWERS:
        return new HttpUrlAnswers(enforcement.aws());
      case ANSWERS:
        return new JdkAnswers(enforcement.aws());
      default:
        throw new IllegalArgumentException("no handler has number " + number);
    }
  }

  @Override
  public String[][] trustWrappers() {
    return new String[][] {{"sun.security.ssl.AbstractTrustManagerWrapper", "tm"}};
  }
}
