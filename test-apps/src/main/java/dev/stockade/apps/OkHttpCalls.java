package dev.stockade.apps;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * {@link HttpCall}s by OkHttp 3.0 and newer; {@code app.http2=true} over HTTP/2, {@code
 * app.at-once=true} through its dispatcher.
 */
public final class OkHttpCalls {
  private OkHttpCalls() {}

  public static void main(String[] calls) throws Exception {
    OkHttpClient.Builder builder = new OkHttpClient.Builder();
    if (!Boolean.getBoolean("app.http2")) {
      builder.protocols(Arrays.asList(Protocol.HTTP_1_1));
    }
    OkHttpClient client = builder.build();
    boolean atOnce = Boolean.getBoolean("app.at-once");
    HttpCall.run(
        calls,
        call ->
            atOnce ? enqueued(client, call) : () -> text(client.newCall(request(call)).execute()));
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  private static Callable<String> enqueued(OkHttpClient client, HttpCall call) {
    CompletableFuture<String> text = new CompletableFuture<>();
    client
        .newCall(request(call))
        .enqueue(
            new Callback() {
              @Override
              public void onResponse(Call answered, Response response) throws IOException {
                text.complete(text(response));
              }

              @Override
              public void onFailure(Call failed, IOException e) {
                text.completeExceptionally(e);
              }
            });
    return () -> text.get(20, TimeUnit.SECONDS);
  }

  private static Request request(HttpCall call) {
    Request.Builder request = new Request.Builder().url(call.url());
    if (call.hasBody()) {
      request.post(RequestBody.create(null, HttpCall.BODY));
    }
    call.headers().forEach(request::header);
    return request.build();
  }

  private static String text(Response response) throws IOException {
    return response.code() + " " + response.body().string();
  }
}
