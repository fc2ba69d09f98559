package dev.stockade.library.netty;

import dev.stockade.enforce.Enforcement;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;

/** The rows of Netty: its TLS engine on OpenSSL and its HTTP codecs, and that of Netty 3. */
public final class NettyHooks implements HookSource {
  private static final int OPENSSL = 0;
  private static final int HTTP1 = 1;
  private static final int HTTP2 = 2;
  private static final int SSL_HANDLER = 3;
  private static final int NETTY3 = 4;
  private static final int ANSWERS = 5;
  private static final int HTTP2_ANSWERS = 6;

  private static final String SSL = "netty/handler/ssl/";
  private static final String ENGINE = SSL + "ReferenceCountedOpenSslEngine";
  private static final String CLIENT = SSL + "ReferenceCountedOpenSslClientContext$";

  private final NettyStreams streams = new NettyStreams();
  private final Enforcement enforcement;

  public NettyHooks(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  @Override
  public void addTo(HookRows rows) {
    addOpenSsl(rows);
    // Netty 3 has a class of that name, whose engines are met where they shake hands.
    rows.add(
        SSL_HANDLER,
        0,
        Hook.enter(SSL + "SslHandler", "handlerAdded", null, Hook.THIS, 0).relocated().ifPresent());
    String encoder = "netty/handler/codec/http/HttpObjectEncoder";
    rows.add(
        HTTP1, 0, Hook.enter(encoder, "encode", null, Hook.THIS, 0, 1).parameters(3).relocated());
    String http2 = "netty/handler/codec/http2/DefaultHttp2ConnectionEncoder";
    rows.add(
        HTTP2,
        NettyHttp2.WITHOUT_PRIORITY,
        Hook.skip(http2, "writeHeaders", null, 5, Hook.THIS, 0, 1, 2, 5).parameters(6).relocated());
    rows.add(
        HTTP2,
        NettyHttp2.WITH_PRIORITY,
        Hook.skip(http2, "writeHeaders", null, 8, Hook.THIS, 0, 1, 2, 8).parameters(9).relocated());
    String sdk = "awssdk/http/nio/netty/internal/NettyRequestExecutor";
    rows.add(
        HTTP2,
        NettyHttp2.SDK_FAILURE,
        Hook.skip(sdk, "handleFailure", null, 0, 0).parameters(3).relocated().ifPresent());
    addAnswers(rows);
    String encode = "jboss/netty/handler/codec/oneone/OneToOneEncoder";
    rows.add(NETTY3, 0, Hook.enter(encode, "handleDownstream", null, Hook.THIS, 0, 1).relocated());
  }

  private static void addAnswers(HookRows rows) {
    String read = "readHeaders";
    rows.add(
        ANSWERS,
        0,
        Hook.returned("netty/handler/codec/http/HttpObjectDecoder", read, null, Hook.THIS)
            .relocated(),
        Hook.returned("jboss/netty/handler/codec/http/HttpMessageDecoder", read, null, Hook.THIS)
            .relocated());
    // The overload without priority calls the other one.
    String listener = "netty/handler/codec/http2/DefaultHttp2ConnectionDecoder$FrameReadListener";
    rows.add(
        HTTP2_ANSWERS,
        0,
        Hook.enter(listener, "onHeadersRead", null, Hook.THIS, 1, 2).parameters(8).relocated());
  }

  private static void addOpenSsl(HookRows rows) {
    String newer = CLIENT + "ExtendedTrustManagerVerifyCallback";
    String older = CLIENT + "TrustManagerVerifyCallback";
    rows.add(OPENSSL, NettyOpenSsl.STEP, engine("handshake"));
    rows.add(
        OPENSSL,
        NettyOpenSsl.STEPPED,
        Hook.returned(ENGINE, "handshake", null, Hook.THIS).relocated());
    rows.add(
        OPENSSL,
        NettyOpenSsl.FAIL,
        Hook.returned(ENGINE, "newSSLExceptionForError", null, Hook.THIS).relocated().ifPresent());
    rows.add(
        OPENSSL,
        NettyOpenSsl.REJECT,
        Hook.enter(ENGINE, "initHandshakeException", null, Hook.THIS, 0).relocated().ifPresent());
    rows.add(
        OPENSSL,
        NettyOpenSsl.VERIFIER_MADE,
        Hook.exit(newer, "<init>", null, Hook.THIS).relocated(),
        Hook.exit(older, "<init>", null, Hook.THIS).relocated());
    rows.add(
        OPENSSL,
        NettyOpenSsl.VERIFY,
        Hook.enter(newer, "verify", null, 0, Hook.THIS).relocated(),
        Hook.enter(older, "verify", null, 0, Hook.THIS).relocated());
    rows.add(
        OPENSSL,
        NettyOpenSsl.CLOSE,
        Hook.enter(ENGINE, "closeInbound", "()V", Hook.THIS).relocated().ifPresent());
  }

  private static Hook engine(String method) {
    return Hook.enter(ENGINE, method, null, Hook.THIS).relocated();
  }

  @Override
  public HookHandler handler(int number) {
    switch (number) {
      case OPENSSL:
        return new NettyOpenSsl(enforcement.tls(), enforcement.trust());
      case HTTP1:
        return new NettyHttp1(enforcement.aws());
      case HTTP2:
        return new NettyHttp2(enforcement.aws(), streams);
      case SSL_HANDLER:
        return new NettySslHandler(enforcement.tls().engines);
      case NETTY3:
        return new Netty3(enforcement.aws());
      case ANSWERS:
        return new NettyAnswers(enforcement.aws());
      case HTTP2_ANSWERS:
        return new NettyHttp2Answers(enforcement.aws(), streams);
      default:
        throw new IllegalArgumentException("no handler has number " + number);
    }
  }

  @Override
  public String[] packages() {
    return new String[] {"io.netty.", "org.jboss.netty."};
  }

  @Override
  public String[] trustAllManagers() {
    return new String[] {"netty.handler.ssl.util.InsecureTrustManagerFactory$1"};
  }

  @Override
  public String[][] trustWrappers() {
    return new String[][] {
      {"netty.handler.ssl.util.X509TrustManagerWrapper", "delegate"},
      {"netty.handler.ssl.EnhancingX509ExtendedTrustManager", "wrapped"},
      {"netty.handler.ssl.ResumptionController$X509ExtendedWrapTrustManager", "trustManager"}
    };
  }
}
