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
  static final int BOUNCY_CASTLE = 1;
  static final int CONSCRYPT = 2;
  static final int LIBRARIES = 3;

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
    addBouncyCastle(all);
    addConscrypt(all);
    return all;
  }

  private void addBouncyCastle(List<Hook> all) {
    String jsse = "org/bouncycastle/jsse/provider/";
    String client = jsse + "ProvTlsClient";
    String server = jsse + "ProvTlsServer";
    add(
        all,
        BOUNCY_CASTLE,
        Hook.enter(client, "getSupportedVersions", null, Hook.THIS).relocated(),
        Hook.enter(server, "getSupportedVersions", null, Hook.THIS).relocated(),
        Hook.enter(client, "notifyHandshakeBeginning", null, Hook.THIS).relocated(),
        active(jsse + "ContextData", "getActiveProtocolVersions"),
        active(jsse + "ProvSSLContextSpi", "getActiveProtocolVersions"),
        active(jsse + "ContextData", "getActiveCipherSuites"),
        active(jsse + "ProvSSLContextSpi", "getActiveCipherSuites"),
        complete(jsse + "ProvSSLEngine"),
        complete(jsse + "ProvSSLSocketDirect"),
        complete(jsse + "ProvSSLSocketWrap"),
        Hook.enter(client, "notifyAlertReceived", "(SS)V", Hook.THIS, 1).relocated(),
        Hook.enter(server, "notifyAlertReceived", "(SS)V", Hook.THIS, 1).relocated(),
        Hook.enter(client, "notifyAlertRaised", null, Hook.THIS, 1, 3).relocated(),
        Hook.enter(server, "notifyAlertRaised", null, Hook.THIS, 1, 3).relocated());
  }

  /** Older versions have it in the context's service, newer ones in its data. */
  private static Hook active(String holder, String method) {
    return Hook.returned(holder, method, null).relocated().ifPresent();
  }

  private static Hook complete(String connection) {
    return Hook.enter(connection, "notifyHandshakeComplete", null, Hook.THIS, 0).relocated();
  }

  private void addConscrypt(List<Hook> all) {
    String conscrypt = "org/conscrypt/";
    add(
        all,
        CONSCRYPT,
        Hook.enter(conscrypt + "NativeSsl", "initialize", null, Hook.THIS).relocated(),
        Hook.enter(conscrypt + "NativeSsl", "doHandshake", "()I", Hook.THIS).relocated(),
        Hook.enter(conscrypt + "ConscryptEngine", "finishHandshake", "()V", Hook.THIS).relocated(),
        Hook.exit(conscrypt + "ConscryptFileDescriptorSocket", "startHandshake", "()V", Hook.THIS)
            .relocated(),
        Hook.returned(conscrypt + "SSLUtils", "toSSLHandshakeException", null).relocated());
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
            3));
  }

  @Override
  protected Library create(int number, Object value, Object[] loads) {
    if (engines == null) {
      engines = new Engines(inForce, journal);
    }
    return engines.create(number);
  }
}
