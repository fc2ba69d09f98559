package dev.stockade.apps;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.crt.http.Http2StreamManager;
import software.amazon.awssdk.crt.http.Http2StreamManagerOptions;
import software.amazon.awssdk.crt.http.HttpClientConnectionManager;
import software.amazon.awssdk.crt.http.HttpClientConnectionManagerOptions;
import software.amazon.awssdk.crt.http.HttpHeader;
import software.amazon.awssdk.crt.http.HttpRequest;
import software.amazon.awssdk.crt.http.HttpRequestBodyStream;
import software.amazon.awssdk.crt.http.HttpStreamBase;
import software.amazon.awssdk.crt.http.HttpStreamBaseResponseHandler;
import software.amazon.awssdk.crt.io.ClientBootstrap;
import software.amazon.awssdk.crt.io.SocketOptions;
import software.amazon.awssdk.crt.io.TlsContext;
import software.amazon.awssdk.crt.io.TlsContextOptions;

/**
 * {@link HttpCall}s by the AWS Common Runtime; {@code app.http2=true} over HTTP/2, without an
 * upgrade. It knows neither the JVM's hosts file nor its trust store, so it goes to the loopback
 * address and trusts all.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the answer is what is waited for
public final class CrtCalls {
  private CrtCalls() {}

  public static void main(String[] calls) throws Exception {
    boolean http2 = Boolean.getBoolean("app.http2");
    Sender plain = http2 ? http2(false) : http1(false);
    Sender secure = http2 ? http2(true) : http1(true);
    HttpCall.run(calls, call -> () -> send(call.isTls() ? secure : plain, call));
    System.exit(0);
  }

  private interface Sender {
    void send(HttpRequest request, Answer answer);
  }

  private static Sender http1(boolean tls) {
    HttpClientConnectionManager manager = HttpClientConnectionManager.create(options(tls, null));
    return (request, answer) ->
        manager
            .acquireConnection()
            .whenComplete(
                (connection, failure) -> {
                  if (failure != null) {
                    answer.text.completeExceptionally(failure);
                    return;
                  }
                  answer.text.whenComplete((text, e) -> manager.releaseConnection(connection));
                  try {
                    connection.makeRequest(request, answer).activate();
                  } catch (RuntimeException e) {
                    answer.text.completeExceptionally(e);
                  }
                });
  }

  private static Sender http2(boolean tls) {
    Http2StreamManagerOptions options =
        new Http2StreamManagerOptions()
            .withConnectionManagerOptions(options(tls, "h2"))
            .withPriorKnowledge(!tls);
    Http2StreamManager manager = Http2StreamManager.create(options);
    return (request, answer) ->
        manager
            .acquireStream(request, answer)
            .whenComplete(
                (stream, failure) -> {
                  if (failure != null) {
                    answer.text.completeExceptionally(failure);
                  }
                });
  }

  private static HttpClientConnectionManagerOptions options(boolean tls, String protocol) {
    HttpClientConnectionManagerOptions options =
        new HttpClientConnectionManagerOptions()
            .withClientBootstrap(new ClientBootstrap(null, null))
            .withSocketOptions(new SocketOptions())
            .withUri(
                URI.create(
                    (tls ? "https" : "http")
                        + "://127.0.0.1:"
                        + Integer.getInteger(tls ? "app.tls-port" : "app.clear-port")));
    if (tls) {
      TlsContextOptions keys = TlsContextOptions.createDefaultClient().withVerifyPeer(false);
      if (protocol != null) {
        keys.withAlpnList(protocol);
      }
      options.withTlsContext(new TlsContext(keys));
    }
    return options;
  }

  private static String send(Sender sender, HttpCall call) throws Exception {
    URI url = URI.create(call.url());
    HttpRequest request =
        new HttpRequest(call.method(), url.getRawPath(), headers(call, url), body(call));
    Answer answer = new Answer();
    sender.send(request, answer);
    return answer.text.get(20, TimeUnit.SECONDS);
  }

  private static HttpHeader[] headers(HttpCall call, URI url) {
    HttpRequest collected =
        new HttpRequest(
            "", "", new HttpHeader[] {new HttpHeader("Host", url.getAuthority())}, null);
    if (call.hasBody()) {
      collected.addHeader("Content-Length", String.valueOf(HttpCall.BODY.length));
    }
    call.headers().forEach(collected::addHeader);
    return collected.getHeadersAsArray();
  }

  private static HttpRequestBodyStream body(HttpCall call) {
    if (!call.hasBody()) {
      return null;
    }
    ByteBuffer left = ByteBuffer.wrap(HttpCall.BODY);
    return new HttpRequestBodyStream() {
      @Override
      public boolean sendRequestBody(ByteBuffer out) {
        while (left.hasRemaining() && out.hasRemaining()) {
          out.put(left.get());
        }
        return !left.hasRemaining();
      }
    };
  }

  private static final class Answer implements HttpStreamBaseResponseHandler {
    private final CompletableFuture<String> text = new CompletableFuture<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status;

    @Override
    public void onResponseHeaders(HttpStreamBase stream, int code, int type, HttpHeader[] headers) {
      status = code;
    }

    @Override
    public int onResponseBody(HttpStreamBase stream, byte[] part) {
      body.write(part, 0, part.length);
      return part.length;
    }

    @Override
    public void onResponseComplete(HttpStreamBase stream, int error) {
      if (error == 0) {
        text.complete(status + " " + body);
      } else {
        text.completeExceptionally(new IllegalStateException("CRT error " + error));
      }
      stream.close();
    }
  }
}
