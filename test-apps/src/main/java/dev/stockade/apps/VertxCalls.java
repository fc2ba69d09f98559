package dev.stockade.apps;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** {@link HttpCall}s by Vert.x 4 or 5; {@code app.http2=true} over HTTP/2, without an upgrade. */
public final class VertxCalls {
  private VertxCalls() {}

  public static void main(String[] calls) throws Exception {
    System.setProperty("vertx.disableDnsResolver", "true");
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    HttpClient plain = client(vertx, false);
    HttpClient secure = client(vertx, true);
    HttpCall.run(calls, call -> () -> answer(vertx, call.isTls() ? secure : plain, call));
    await(vertx.close().toCompletionStage().toCompletableFuture());
  }

  /** By name, as its type of result is another one in Vert.x 5. */
  private static HttpClient client(Vertx vertx, boolean tls) throws Exception {
    HttpClientOptions options = new HttpClientOptions().setSsl(tls).setUseAlpn(tls);
    options.setHttp2ClearTextUpgrade(false);
    options.setProtocolVersion(
        Boolean.getBoolean("app.http2") ? HttpVersion.HTTP_2 : HttpVersion.HTTP_1_1);
    return (HttpClient)
        Vertx.class.getMethod("createHttpClient", HttpClientOptions.class).invoke(vertx, options);
  }

  private static Future<String> send(HttpClient client, HttpCall call) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(call.method()))
            .setAbsoluteURI(call.url());
    call.headers().forEach(options::putHeader);
    return client
        .request(options)
        .compose(
            request -> call.hasBody() ? request.send(Buffer.buffer(HttpCall.BODY)) : request.send())
        .compose(
            response -> response.body().map(body -> response.statusCode() + " " + body.toString()));
  }

  /** On the event loop: from another thread, a body can be there before it is asked for. */
  private static String answer(Vertx vertx, HttpClient client, HttpCall call) throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    vertx.runOnContext(
        nothing ->
            send(client, call)
                .toCompletionStage()
                .whenComplete(
                    (text, failure) -> {
                      if (failure == null) {
                        answer.complete(text);
                      } else {
                        answer.completeExceptionally(failure);
                      }
                    }));
    return await(answer);
  }

  private static <T> T await(CompletableFuture<T> future) throws Exception {
    try {
      return future.get(20, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
    }
  }
}
