package dev.stockade.library.apache;

import dev.stockade.enforce.Enforcement;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;

/** The rows of Apache HttpClient 4 and 5. */
public final class ApacheHooks implements HookSource {
  private static final int HTTP_4 = 0;
  private static final int HTTP_5 = 1;
  private static final int HTTP2_5 = 2;
  private static final int HOST_NAMES = 3;
  private static final int HAND_OVER = 4;
  private static final int ANSWERS_4 = 5;
  private static final int ANSWERS_5 = 6;
  private static final int HTTP2_ANSWERS_5 = 7;
  private static final int ASYNC_ANSWERS_4 = 8;

  private static final String CLIENT_5 = "client5/http/ssl/";
  private static final String ASYNC_5 = "hc/client5/http/impl/async/Internal";

  private final Enforcement enforcement;

  public ApacheHooks(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  @Override
  public void addTo(HookRows rows) {
    rows.add(
        HTTP_4,
        Apache4.SEND_HEAD,
        request("apache/http/impl/DefaultBHttpClientConnection", "sendRequestHeader"),
        request("apache/http/impl/AbstractHttpClientConnection", "sendRequestHeader"));
    rows.add(
        HTTP_4,
        Apache4.SUBMIT,
        request("apache/http/impl/nio/DefaultNHttpClientConnection", "submitRequest"));
    rows.add(
        HTTP_5,
        Apache5.CLASSIC,
        request("hc/core5/http/impl/io/DefaultBHttpClientConnection", "sendRequestHeader"));
    rows.add(
        HTTP_5,
        Apache5.ASYNC,
        request("hc/core5/http/impl/nio/AbstractHttp1StreamDuplexer", "commitMessageHead"));
    String channel = "hc/core5/http2/impl/nio/AbstractH2StreamMultiplexer$H2StreamChannelImpl";
    rows.add(HTTP2_5, 0, request(channel, "submit"));
    addHostNames(rows);
    addAnswers(rows);
    rows.add(
        HAND_OVER,
        ApacheHandOver.ROUTE,
        Hook.enter(ASYNC_5 + "HttpAsyncClient", "determineRoute", null, 0).relocated(),
        Hook.enter(ASYNC_5 + "H2AsyncClient", "determineRoute", null, 0).relocated());
    String manager = "apache/http/impl/nio/conn/PoolingNHttpClientConnectionManager";
    rows.add(
        HAND_OVER,
        ApacheHandOver.CONNECTION,
        Hook.enter(manager, "requestConnection", null, 0).relocated());
  }

  private static void addAnswers(HookRows rows) {
    String read = "receiveResponseHeader";
    rows.add(
        ANSWERS_4,
        0,
        response("apache/http/impl/DefaultBHttpClientConnection", read),
        response("apache/http/impl/AbstractHttpClientConnection", read));
    String executor = "apache/http/nio/protocol/HttpAsyncRequestExecutor";
    rows.add(ASYNC_ANSWERS_4, 0, Hook.enter(executor, "responseReceived", null, 0).relocated());
    rows.add(
        ANSWERS_5,
        Apache5Answers.CLASSIC,
        response("hc/core5/http/impl/io/DefaultBHttpClientConnection", read));
    String consume = "consumeHeader";
    rows.add(
        ANSWERS_5,
        Apache5Answers.ASYNC,
        request("hc/core5/http/impl/nio/ClientHttp1StreamHandler", consume));
    rows.add(HTTP2_ANSWERS_5, 0, request("hc/core5/http2/impl/nio/ClientH2StreamHandler", consume));
  }

  /** What the method returns is the response; a bridge to it may return the same once more. */
  private static Hook response(String className, String method) {
    return Hook.returned(className, method, null, Hook.THIS).relocated();
  }

  private static void addHostNames(HookRows rows) {
    String strategy = CLIENT_5 + "AbstractClientTlsStrategy";
    rows.add(
        HOST_NAMES,
        ApacheHostNames.ENGINE,
        Hook.enter(strategy, "initializeEngine", null, Hook.THIS, 0).relocated().ifPresent());
    rows.add(
        HOST_NAMES,
        ApacheHostNames.SOCKET,
        Hook.enter(
                "http/conn/ssl/SSLConnectionSocketFactory",
                "createLayeredSocket",
                null,
                Hook.THIS,
                1)
            .relocated(),
        Hook.enter(
                CLIENT_5 + "SSLConnectionSocketFactory", "createLayeredSocket", null, Hook.THIS, 1)
            .relocated()
            .ifPresent(),
        Hook.enter(strategy, "executeHandshake", null, Hook.THIS, 1).relocated().ifPresent());
  }

  /** A copy's descriptor is another one, but none of these methods is overloaded. */
  private static Hook request(String className, String method) {
    return Hook.enter(className, method, null, Hook.THIS, 0).relocated();
  }

  @Override
  public HookHandler handler(int number) {
    switch (number) {
      case HTTP_4:
        return new Apache4(enforcement.aws());
      case HTTP_5:
        return new Apache5(enforcement.aws());
      case HTTP2_5:
        return new Apache5Http2(enforcement.aws());
      case HOST_NAMES:
        return new ApacheHostNames(enforcement.checks());
      case HAND_OVER:
        return new ApacheHandOver(enforcement);
      case ANSWERS_4:
        return new Apache4Answers(enforcement.aws());
      case ANSWERS_5:
        return new Apache5Answers(enforcement.aws());
      case HTTP2_ANSWERS_5:
        return new Apache5Http2Answers(enforcement.aws());
      case ASYNC_ANSWERS_4:
        return new Apache4AsyncAnswers(enforcement.aws());
      default:
        throw new IllegalArgumentException("no handler has number " + number);
    }
  }

  @Override
  public String[] packages() {
    return new String[] {"org.apache."};
  }

  @Override
  public String[] trustStrategies() {
    return new String[] {"$TrustManagerDelegate", ".TrustManagerDecorator"};
  }
}
