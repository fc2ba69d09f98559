package dev.stockade.apps;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.io.CloseMode;

/** {@link HttpCall}s by Apache HttpClient 5, asynchronous; {@code app.http2=true} over HTTP/2. */
public final class Apache5AsyncCalls {
  private Apache5AsyncCalls() {}

  public static void main(String[] calls) throws Exception {
    CloseableHttpAsyncClient client =
        Boolean.getBoolean("app.http2")
            ? HttpAsyncClients.createHttp2Default()
            : HttpAsyncClients.createDefault();
    client.start();
    HttpCall.run(calls, call -> begin(client, call));
    client.close(CloseMode.IMMEDIATE);
  }

  private static Callable<String> begin(CloseableHttpAsyncClient client, HttpCall call) {
    SimpleHttpRequest request =
        new SimpleHttpRequest(call.method(), java.net.URI.create(call.url()));
    if (call.hasBody()) {
      request.setBody(HttpCall.BODY, null);
    }
    call.headers().forEach(request::setHeader);
    Future<SimpleHttpResponse> response = client.execute(request, null);
    return () -> text(response.get(20, TimeUnit.SECONDS));
  }

  private static String text(SimpleHttpResponse response) {
    return response.getCode() + " " + response.getBodyText();
  }
}
