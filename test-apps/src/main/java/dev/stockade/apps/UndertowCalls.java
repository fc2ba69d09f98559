package dev.stockade.apps;

import io.undertow.UndertowOptions;
import io.undertow.client.ClientCallback;
import io.undertow.client.ClientConnection;
import io.undertow.client.ClientExchange;
import io.undertow.client.ClientRequest;
import io.undertow.client.UndertowClient;
import io.undertow.connector.ByteBufferPool;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StringReadChannelListener;
import io.undertow.util.StringWriteChannelListener;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.xnio.OptionMap;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/** {@link HttpCall}s by Undertow's client, on a connection each; {@code app.http2=true}. */
public final class UndertowCalls {
  private static final boolean HTTP2 = Boolean.getBoolean("app.http2");

  private final ByteBufferPool pool = new DefaultByteBufferPool(false, 16_384);
  private final Xnio xnio = Xnio.getInstance();
  private final XnioWorker worker = xnio.createWorker(OptionMap.EMPTY);
  private final UndertowXnioSsl ssl =
      new UndertowXnioSsl(xnio, OptionMap.EMPTY, SSLContext.getDefault());

  private UndertowCalls() throws Exception {}

  public static void main(String[] calls) throws Exception {
    UndertowCalls client = new UndertowCalls();
    HttpCall.run(calls, call -> () -> client.send(call));
    client.worker.shutdown();
  }

  private String send(HttpCall call) throws Exception {
    URI to = new URI(call.url());
    URI address = HTTP2 && !call.isTls() ? new URI("h2c-prior://" + to.getAuthority()) : to;
    ClientConnection connection =
        UndertowClient.getInstance()
            .connect(
                address, worker, ssl, pool, OptionMap.create(UndertowOptions.ENABLE_HTTP2, HTTP2))
            .get();
    CompletableFuture<String> answer = new CompletableFuture<>();
    try {
      connection
          .getIoThread()
          .execute(() -> connection.sendRequest(request(call, to), new Exchange(call, answer)));
      return answer.get(20, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
    } finally {
      connection.close();
    }
  }

  private static ClientRequest request(HttpCall call, URI to) {
    ClientRequest request = new ClientRequest();
    request.setMethod(new HttpString(call.method())).setPath(to.getRawPath());
    request.getRequestHeaders().put(Headers.HOST, to.getAuthority());
    call.headers()
        .forEach((name, value) -> request.getRequestHeaders().put(new HttpString(name), value));
    if (call.hasBody()) {
      request.getRequestHeaders().put(Headers.CONTENT_LENGTH, HttpCall.BODY.length);
    }
    return request;
  }

  /** Sends the body once the head is under way, then reads the answer. */
  private static final class Exchange implements ClientCallback<ClientExchange> {
    private final HttpCall call;
    private final CompletableFuture<String> answer;

    Exchange(HttpCall call, CompletableFuture<String> answer) {
      this.call = call;
      this.answer = answer;
    }

    @Override
    public void completed(ClientExchange exchange) {
      exchange.setResponseListener(new Answer(answer));
      String body = call.hasBody() ? new String(HttpCall.BODY, StandardCharsets.US_ASCII) : "";
      new StringWriteChannelListener(body).setup(exchange.getRequestChannel());
    }

    @Override
    public void failed(IOException e) {
      answer.completeExceptionally(e);
    }
  }

  private static final class Answer implements ClientCallback<ClientExchange> {
    private final CompletableFuture<String> answer;

    Answer(CompletableFuture<String> answer) {
      this.answer = answer;
    }

    @Override
    public void completed(ClientExchange exchange) {
      int code = exchange.getResponse().getResponseCode();
      new StringReadChannelListener(exchange.getConnection().getBufferPool()) {
        @Override
        protected void stringDone(String text) {
          answer.complete(code + " " + text);
        }

        @Override
        protected void error(IOException e) {
          answer.completeExceptionally(e);
        }
      }.setup(exchange.getResponseChannel());
    }

    @Override
    public void failed(IOException e) {
      answer.completeExceptionally(e);
    }
  }
}
