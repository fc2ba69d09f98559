package dev.stockade.tls;

import dev.stockade.journal.Journal;
import dev.stockade.policy.InForce;
import dev.stockade.weave.Hook;
import dev.stockade.weave.Library;
import dev.stockade.weave.LibraryHooks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The places of all TLS engines. */
public final class TlsHooks extends LibraryHooks {
  static final int SUN_JSSE = 0;
  static final int NETTY_OPENSSL = 1;
  static final int AWS_CRT = 2;
  static final int HOST_CHECKS = 3;
  static final int LIBRARIES = 4;

  private static final String HANDSHAKE = "sun/security/ssl/HandshakeContext";
  private static final String TRANSPORT = "sun/security/ssl/TransportContext";

  private final InForce inForce;
  private final Journal journal;

  /** What the engines share. Made with the first of them. */
  private Engines engines;

  public TlsHooks(InForce inForce, Journal journal) {
    super(LIBRARIES);
    this.inForce = inForce;
    this.journal = journal;
  }

  @Override
  public List<Hook> hooks() {
    List<Hook> all = new ArrayList<Hook>();
    add(all, SUN_JSSE, sunJsse().toArray(new Hook[0]));
    addNettyOpenSsl(all);
    addAwsCrt(all);
    addHostChecks(all);
    return all;
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
    add(
        all,
        NETTY_OPENSSL,
        Hook.enter(engine, "handshake", null, Hook.THIS).relocated(),
        Hook.returned(engine, "handshake", null, Hook.THIS).relocated(),
        Hook.returned(engine, "newSSLExceptionForError", null, Hook.THIS).relocated().ifPresent(),
        Hook.enter(engine, "initHandshakeException", null, Hook.THIS, 0).relocated().ifPresent());
  }

  private void addAwsCrt(List<Hook> all) {
    String options = "Lsoftware/amazon/awssdk/crt/io/TlsContextOptions;";
    add(
        all,
        AWS_CRT,
        Hook.enter("software/amazon/awssdk/crt/io/TlsContext", "<init>", "(" + options + ")V", 0));
  }

  @Override
  protected Library create(int number, Object value, Object[] loads) {
    if (engines == null) {
      engines = new Engines(inForce, journal);
    }
    return engines.create(number);
  }
}
