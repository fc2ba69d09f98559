package dev.stockade.library;

import dev.stockade.enforce.Connections;
import dev.stockade.journal.Journal;
import dev.stockade.library.jvmdefaults.Tampering;
import dev.stockade.policy.InForce;
import dev.stockade.weave.Hook;
import dev.stockade.weave.Library;
import dev.stockade.weave.LibraryHooks;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The places of all TLS engines. */
public final class TlsHooks extends LibraryHooks {
  static final int SUN_JSSE = 0;
  static final int NETTY_OPENSSL = 1;
  static final int AWS_CRT = 2;
  static final int HOST_CHECKS = 3;
  static final int BOUNCY_CASTLE = 4;
  static final int CONSCRYPT = 5;
  static final int OTHER_PROVIDERS = 6;
  static final int TAMPERING = 7;
  static final int CONNECTIONS = 8;
  static final int LIBRARIES = 9;

  private static final String HANDSHAKE = "sun/security/ssl/HandshakeContext";
  private static final String TRANSPORT = "sun/security/ssl/TransportContext";

  private final InForce inForce;
  private final Journal journal;

  /** Weaves a class that is learned of. */
  private volatile Consumer<Class<?>> weaver;

  /** What the engines share. Made with the first of them. */
  private Engines engines;

  /** See {@link Connections}; of the engine before until somebody asks for them. */
  private Object connections;

  /**
   * @param inForce the policy, for each handshake anew
   * @param instrumentation opens the packages of named modules that an engine looks into
   * @param connections what the engine before, of whatever version, knew of them; or null
   */
  public TlsHooks(
      InForce inForce, Journal journal, Instrumentation instrumentation, Object connections) {
    super(LIBRARIES, instrumentation);
    this.connections = connections;
    this.inForce = inForce;
    this.journal = journal;
  }

  @Override
  public List<Hook> hooks() {
    List<Hook> all = new ArrayList<Hook>();
    List<Hook> jsse = new ArrayList<Hook>(sunJsse());
    jsse.add(
        Hook.returned("jdk/internal/net/http/common/SSLTube", "checkForHandshake", null, Hook.THIS)
            .ifPresent());
    add(all, SUN_JSSE, jsse.toArray(new Hook[0]));
    addNettyOpenSsl(all);
    addAwsCrt(all);
    addHostChecks(all);
    addBouncyCastle(all);
    addConscrypt(all);
    addOtherProviders(all);
    addTampering(all);
    addConnections(all);
    return all;
  }

  /**
   * To be told before the first hook is reached.
   *
   * @param weaver weaves the hooks of {@link Hook#LEARNED} into a class
   */
  public void learnsThrough(Consumer<Class<?>> weaver) {
    this.weaver = weaver;
  }

  /** In the order of the places of {@link HostChecks}; the last three are Apache's. */
  private void addHostChecks(List<Hook> all) {
    String okHttp = "okhttp3/internal/connection/";
    add(
        all,
        HOST_CHECKS,
        Hook.enter("sun/net/www/protocol/https/HttpsClient", "afterConnect", null, Hook.THIS),
        Hook.returned("jdk/internal/net/http/AbstractAsyncSSLConnection", "createEngine", null)
            .ifPresent(),
        Hook.enter(okHttp + "RealConnection", "connectTls", null, Hook.THIS)
            .relocated()
            .ifPresent(),
        Hook.enter(okHttp + "ConnectPlan", "connectTls", null, Hook.THIS).relocated().ifPresent(),
        Hook.enter(
                "client5/http/ssl/AbstractClientTlsStrategy",
                "initializeEngine",
                null,
                Hook.THIS,
                0)
            .relocated()
            .ifPresent(),
        Hook.enter(
                "http/conn/ssl/SSLConnectionSocketFactory",
                "createLayeredSocket",
                null,
                Hook.THIS,
                1)
            .relocated(),
        Hook.enter(
                "client5/http/ssl/SSLConnectionSocketFactory",
                "createLayeredSocket",
                null,
                Hook.THIS,
                1)
            .relocated()
            .ifPresent(),
        Hook.enter(
                "client5/http/ssl/AbstractClientTlsStrategy",
                "executeHandshake",
                null,
                Hook.THIS,
                1)
            .relocated()
            .ifPresent());
  }

  private void addBouncyCastle(List<Hook> all) {
    String jsse = "org/bouncycastle/jsse/provider/";
    String client = jsse + "ProvTlsClient";
    String server = jsse + "ProvTlsServer";
    add(
        all,
        BOUNCY_CASTLE,
        Hook.returned(client, "getSupportedVersions", null, Hook.THIS).relocated(),
        Hook.returned(server, "getSupportedVersions", null, Hook.THIS).relocated(),
        Hook.returned(client, "getSupportedCipherSuites", null, Hook.THIS).relocated(),
        Hook.returned(server, "getSupportedCipherSuites", null, Hook.THIS).relocated(),
        Hook.exit(client, "notifyHandshakeBeginning", "()V", Hook.THIS).relocated(),
        complete(jsse + "ProvSSLEngine"),
        complete(jsse + "ProvSSLSocketDirect"),
        complete(jsse + "ProvSSLSocketWrap"),
        Hook.enter(client, "notifyAlertReceived", "(SS)V", Hook.THIS, 1).relocated(),
        Hook.enter(server, "notifyAlertReceived", "(SS)V", Hook.THIS, 1).relocated(),
        Hook.enter(client, "notifyAlertRaised", null, Hook.THIS, 1, 3).relocated(),
        Hook.enter(server, "notifyAlertRaised", null, Hook.THIS, 1, 3).relocated(),
        Hook.exit("org/bouncycastle/tls/TlsProtocol", "handleFailure", "()V", Hook.THIS)
            .relocated());
  }

  private static Hook complete(String connection) {
    return Hook.enter(connection, "notifyHandshakeComplete", null, Hook.THIS, 0).relocated();
  }

  private void addConscrypt(List<Hook> all) {
    String crypto = "org/conscrypt/NativeCrypto";
    String engine = "org/conscrypt/ConscryptEngine";
    String socket = "org/conscrypt/ConscryptEngineSocket";
    String plainSocket = "org/conscrypt/ConscryptFileDescriptorSocket";
    add(
        all,
        CONSCRYPT,
        Hook.argument(crypto, "setEnabledProtocols", null, 2, 1).relocated(),
        Hook.argument(crypto, "setEnabledCipherSuites", null, 2, 1).relocated(),
        Hook.enter(engine, "finishHandshake", "()V", Hook.THIS).relocated(),
        Hook.exit(plainSocket, "startHandshake", "()V", Hook.THIS).relocated(),
        Hook.thrown(engine, "handshake", null, Hook.THIS).relocated(),
        Hook.returned(engine, "convertException", null, Hook.THIS).relocated(),
        Hook.thrown(socket, "startHandshake", "()V", Hook.THIS).relocated(),
        Hook.thrown(plainSocket, "startHandshake", "()V", Hook.THIS).relocated(),
        Hook.enter(engine, "closeInbound", "()V", Hook.THIS).relocated().ifPresent());
  }

  private void addOtherProviders(List<Hook> all) {
    String learned = Hook.LEARNED;
    add(
        all,
        OTHER_PROVIDERS,
        Hook.exit("javax/net/ssl/SSLContext", "<init>", null, 0, 1),
        Hook.exit("javax/net/ssl/SSLEngine", "<init>", null, Hook.THIS),
        Hook.exit("javax/net/ssl/SSLSocket", "<init>", null, Hook.THIS),
        Hook.enter(learned, "beginHandshake", "()V", Hook.THIS).ifPresent(),
        Hook.enter(learned, "startHandshake", "()V", Hook.THIS).ifPresent(),
        Hook.exit(learned, "startHandshake", "()V", Hook.THIS).ifPresent(),
        Hook.enter(learned, "close", "()V", Hook.THIS).ifPresent());
  }

  /** What changes the defaults of the whole JVM; in the order of {@link Tampering}'s places. */
  private void addTampering(List<Hook> all) {
    String https = "javax/net/ssl/HttpsURLConnection";
    add(
        all,
        TAMPERING,
        Hook.enter("java/security/Security", "setProperty", null, 0, 1),
        Hook.exit("java/security/Security", "insertProviderAt", null, 0, 1),
        Hook.exit("javax/net/ssl/SSLContext", "setDefault", null, 0),
        Hook.exit(https, "setDefaultHostnameVerifier", null, 0),
        Hook.exit(https, "setDefaultSSLSocketFactory", null, 0));
  }

  /** Who owns a socket or engine, and knows its ends; in the order of {@link ConnectionHooks}. */
  private void addConnections(List<Hook> all) {
    String netty = "netty/handler/ssl/SslHandler";
    String tomcat = "org/apache/tomcat/util/net/";
    String jetty = "org/eclipse/jetty/server/SslConnectionFactory";
    String kafka = "org/apache/kafka/common/network/SslTransportLayer";
    add(
        all,
        CONNECTIONS,
        layered("sun/security/ssl/SSLSocketFactoryImpl"),
        layered("org/bouncycastle/jsse/provider/ProvSSLSocketFactory"),
        layered("org/conscrypt/OpenSSLSocketFactoryImpl"),
        Hook.enter(netty, "handlerAdded", null, Hook.THIS, 0).relocated(),
        Hook.enter(tomcat + "SecureNioChannel", "processSNI", "()I", Hook.THIS).ifPresent(),
        Hook.enter(tomcat + "SecureNio2Channel", "processSNI", "()I", Hook.THIS).ifPresent(),
        Hook.returned(tomcat + "AbstractJsseEndpoint", "createSSLEngine", null).ifPresent(),
        Hook.returned(tomcat + "AbstractEndpoint", "createSSLEngine", null).ifPresent(),
        Hook.enter(jetty, "newSslConnection", null, 1, 2),
        Hook.exit(kafka, "<init>", null, 1, 2).relocated(),
        Hook.enter("io/undertow/protocols/ssl/SslConduit", "<init>", null, 1, 2),
        Hook.exit("sun/net/httpserver/SSLStreams", "<init>", null, Hook.THIS, 2),
        Hook.exit("org/xnio/ssl/JsseStreamConduit", "<init>", null, 0, 1));
  }

  private static Hook layered(String factory) {
    String over = "(Ljava/net/Socket;Ljava/lang/String;IZ)Ljava/net/Socket;";
    return Hook.returned(factory, "createSocket", over, 0, 2).relocated();
  }

  /** The choke points of the JDK's own TLS, which come first. */
  public static List<Hook> sunJsse() {
    return Arrays.asList(
        Hook.enter(
            HANDSHAKE,
            "<init>",
            "(Lsun/security/ssl/SSLContextImpl;Lsun/security/ssl/TransportContext;)V",
            1),
        Hook.returned(HANDSHAKE, "getActiveProtocols", null),
        Hook.returned(HANDSHAKE, "getActiveCipherSuites", null),
        Hook.enter(TRANSPORT, "finishHandshake", null, Hook.THIS),
        Hook.argument(
            TRANSPORT,
            "fatal",
            "(Lsun/security/ssl/Alert;Ljava/lang/String;ZLjava/lang/Throwable;)"
                + "Ljavax/net/ssl/SSLException;",
            1,
            Hook.THIS,
            0,
            3),
        Hook.enter("sun/security/ssl/SSLContextImpl", "engineInit", null, Hook.THIS, 1));
  }

  private void addNettyOpenSsl(List<Hook> all) {
    String engine = "netty/handler/ssl/ReferenceCountedOpenSslEngine";
    String client = "netty/handler/ssl/ReferenceCountedOpenSslClientContext$";
    String newer = client + "ExtendedTrustManagerVerifyCallback";
    String older = client + "TrustManagerVerifyCallback";
    add(
        all,
        NETTY_OPENSSL,
        Hook.enter(engine, "handshake", null, Hook.THIS).relocated(),
        Hook.returned(engine, "handshake", null, Hook.THIS).relocated(),
        Hook.returned(engine, "newSSLExceptionForError", null, Hook.THIS).relocated().ifPresent(),
        Hook.enter(engine, "initHandshakeException", null, Hook.THIS, 0).relocated().ifPresent(),
        Hook.exit(newer, "<init>", null, Hook.THIS).relocated(),
        Hook.exit(older, "<init>", null, Hook.THIS).relocated(),
        Hook.enter(newer, "verify", null, 0, Hook.THIS).relocated(),
        Hook.enter(older, "verify", null, 0, Hook.THIS).relocated(),
        Hook.enter(engine, "closeInbound", "()V", Hook.THIS).relocated().ifPresent());
  }

  private void addAwsCrt(List<Hook> all) {
    String context = "software/amazon/awssdk/crt/io/TlsContext";
    String options = "(L" + context + "Options;)V";
    add(
        all,
        AWS_CRT,
        Hook.enter(context, "<init>", options, 0),
        Hook.exit(context, "<init>", options, Hook.THIS, 0));
  }

  @Override
  protected Library create(int number) {
    if (engines == null) {
      engines = new Engines(inForce, journal, connections());
    }
    return engines.create(number, weaver);
  }

  /** What is known of connections, for the engine that takes over during their handshakes. */
  public synchronized Map<String, Object> connections() {
    Map<String, Object> all = Connections.after(connections);
    connections = all;
    return all;
  }
}
