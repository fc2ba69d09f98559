package dev.stockade.library.conscrypt;

import dev.stockade.enforce.Enforcement;
import dev.stockade.enforce.LayeredSockets;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;

/** The rows of Conscrypt. */
public final class ConscryptHooks implements HookSource {
  private static final int TLS = 0;
  private static final int LAYERED = 1;

  private static final String CRYPTO = "org/conscrypt/NativeCrypto";
  private static final String ENGINE = "org/conscrypt/ConscryptEngine";
  private static final String SOCKET = "org/conscrypt/ConscryptEngineSocket";
  private static final String PLAIN_SOCKET = "org/conscrypt/ConscryptFileDescriptorSocket";

  private final Enforcement enforcement;

  public ConscryptHooks(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  @Override
  public void addTo(HookRows rows) {
    rows.add(
        TLS,
        Conscrypt.PROTOCOLS,
        Hook.argument(CRYPTO, "setEnabledProtocols", null, 2, 1).relocated());
    rows.add(
        TLS,
        Conscrypt.SUITES,
        Hook.argument(CRYPTO, "setEnabledCipherSuites", null, 2, 1).relocated());
    rows.add(
        TLS,
        Conscrypt.FINISH_ENGINE,
        Hook.enter(ENGINE, "finishHandshake", "()V", Hook.THIS).relocated());
    rows.add(
        TLS,
        Conscrypt.FINISH_SOCKET,
        Hook.exit(PLAIN_SOCKET, "startHandshake", "()V", Hook.THIS).relocated());
    rows.add(
        TLS,
        Conscrypt.FAIL,
        Hook.thrown(ENGINE, "handshake", null, Hook.THIS).relocated(),
        Hook.returned(ENGINE, "convertException", null, Hook.THIS).relocated(),
        Hook.thrown(SOCKET, "startHandshake", "()V", Hook.THIS).relocated(),
        Hook.thrown(PLAIN_SOCKET, "startHandshake", "()V", Hook.THIS).relocated());
    rows.add(
        TLS,
        Conscrypt.CLOSE_ENGINE,
        Hook.enter(ENGINE, "closeInbound", "()V", Hook.THIS).relocated().ifPresent());
    rows.add(
        LAYERED,
        0,
        Hook.returned(
                "org/conscrypt/OpenSSLSocketFactoryImpl", "createSocket", LayeredSockets.OVER, 0, 2)
            .relocated());
  }

  @Override
  public HookHandler handler(int number) {
    switch (number) {
      case TLS:
        return new Conscrypt(enforcement.tls(), enforcement.trust());
      case LAYERED:
        return new LayeredSockets(enforcement);
      default:
        throw new IllegalArgumentException("no handler has number " + number);
    }
  }

  @Override
  public String[] packages() {
    return new String[] {"org.conscrypt."};
  }
}
