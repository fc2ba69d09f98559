package dev.stockade.apps;

import com.ning.http.client.AsyncHttpClient;
import com.ning.http.client.AsyncHttpClientConfig;
import com.ning.http.client.RequestBuilder;
import com.ning.http.client.Response;
import com.ning.http.client.providers.grizzly.GrizzlyAsyncHttpProvider;
import java.util.concurrent.TimeUnit;

/** {@link HttpCall}s by AsyncHttpClient 1.9 over Netty 3, or Grizzly: {@code app.grizzly=true}. */
public final class NingCalls {
  private NingCalls() {}

  public static void main(String[] calls) throws Exception {
    AsyncHttpClientConfig config = new AsyncHttpClientConfig.Builder().build();
    try (AsyncHttpClient client =
        Boolean.getBoolean("app.grizzly") ? Grizzly.client(config) : new AsyncHttpClient(config)) {
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

  /** In a class of its own, since Grizzly need not be there. */
  private static final class Grizzly {
    static AsyncHttpClient client(AsyncHttpClientConfig config) {
      return new AsyncHttpClient(new GrizzlyAsyncHttpProvider(config), config);
    }
  }
}
