package dev.stockade.apps;

import static org.asynchttpclient.Dsl.asyncHttpClient;
import static org.asynchttpclient.Dsl.config;

import java.util.concurrent.TimeUnit;
import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.RequestBuilder;
import org.asynchttpclient.Response;

/** {@link HttpCall}s by AsyncHttpClient 2 or 3. */
public final class AsyncHttpClientCalls {
  private AsyncHttpClientCalls() {}

  public static void main(String[] calls) throws Exception {
    try (AsyncHttpClient client = asyncHttpClient(config())) {
      HttpCall.run(calls, call -> () -> send(client, call));
    }
  }

  private static String send(AsyncHttpClient client, HttpCall call) throws Exception {
    RequestBuilder request = new RequestBuilder(call.method()).setUrl(call.url());
    if (call.hasBody()) {
      request.setBody(HttpCall.BODY);
    }
    call.headers().forEach(request::setHeader);
    Response response = client.executeRequest(request.build()).get(20, TimeUnit.SECONDS);
    return response.getStatusCode() + " " + response.getResponseBody();
  }
}
