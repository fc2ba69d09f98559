package dev.stockade.library.bouncycastle;

import dev.stockade.enforce.Enforcement;
import dev.stockade.enforce.LayeredSockets;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;

/** The rows of Bouncy Castle's JSSE. */
public final class BouncyHooks implements HookSource {
  private static final int TLS = 0;
  private static final int LAYERED = 1;

  private static final String JSSE = "org/bouncycastle/jsse/provider/";
  private static final String CLIENT = JSSE + "ProvTlsClient";
  private static final String SERVER = JSSE + "ProvTlsServer";

  private final Enforcement enforcement;

  public BouncyHooks(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  @Override
  public void addTo(HookRows rows) {
    rows.add(
        TLS,
        BouncyCastle.PROTOCOLS,
        Hook.returned(CLIENT, "getSupportedVersions", null, Hook.THIS).relocated(),
        Hook.returned(SERVER, "getSupportedVersions", null, Hook.THIS).relocated());
    rows.add(
        TLS,
        BouncyCastle.SUITES,
        Hook.returned(CLIENT, "getSupportedCipherSuites", null, Hook.THIS).relocated(),
        Hook.returned(SERVER, "getSupportedCipherSuites", null, Hook.THIS).relocated());
    rows.add(
        TLS,
        BouncyCastle.STARTED,
        Hook.exit(CLIENT, "notifyHandshakeBeginning", "()V", Hook.THIS).relocated());
    rows.add(
        TLS,
        BouncyCastle.FINISH,
        complete("ProvSSLEngine"),
        complete("ProvSSLSocketDirect"),
        complete("ProvSSLSocketWrap"));
    rows.add(
        TLS,
        BouncyCastle.ALERT_RECEIVED,
        Hook.enter(CLIENT, "notifyAlertReceived", "(SS)V", Hook.THIS, 1).relocated(),
        Hook.enter(SERVER, "notifyAlertReceived", "(SS)V", Hook.THIS, 1).relocated());
    rows.add(
        TLS,
        BouncyCastle.ALERT_RAISED,
        Hook.enter(CLIENT, "notifyAlertRaised", null, Hook.THIS, 1, 3).relocated(),
        Hook.enter(SERVER, "notifyAlertRaised", null, Hook.THIS, 1, 3).relocated());
    rows.add(
        TLS,
        BouncyCastle.FAILURE,
        Hook.exit("org/bouncycastle/tls/TlsProtocol", "handleFailure", "()V", Hook.THIS)
            .relocated());
    rows.add(
        LAYERED,
        0,
        Hook.returned(JSSE + "ProvSSLSocketFactory", "createSocket", LayeredSockets.OVER, 0, 2)
            .relocated());
  }

  private static Hook complete(String connection) {
    return Hook.enter(JSSE + connection, "notifyHandshakeComplete", null, Hook.THIS, 0).relocated();
  }

  @Override
  public HookHandler handler(int number) {
    switch (number) {
      case TLS:
        return new BouncyCastle(enforcement.tls(), enforcement.trust());
      case LAYERED:
        return new LayeredSockets(enforcement);
      default:
        throw new IllegalArgumentException("no handler has number " + number);
    }
  }

  @Override
  public String[] packages() {
    return new String[] {"org.bouncycastle."};
  }

  @Override
  public String[][] trustWrappers() {
    return new String[][] {
      {"jsse.provider.ImportX509TrustManager_5", "x509TrustManager"},
      {"jsse.provider.ImportX509TrustManager_7", "x509TrustManager"}
    };
  }
}
