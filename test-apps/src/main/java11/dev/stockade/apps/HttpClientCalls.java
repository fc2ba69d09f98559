package dev.stockade.apps;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * {@link HttpCall}s by {@code java.net.http.HttpClient}; {@code app.http2=false} over HTTP/1.1
 * only.
 */
public final class HttpClientCalls {
  private HttpClientCalls() {}

  public static void main(String[] calls) throws Exception {
    HttpClient client =
        HttpClient.newBuilder()
            .version(
                System.getProperty("app.http2", "true").equals("true")
                    ? HttpClient.Version.HTTP_2
                    : HttpClient.Version.HTTP_1_1)
            .build();
    HttpCall.run(calls, call -> () -> status(client, call));
  }

  private static String status(HttpClient client, HttpCall call) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(call.url()));
    call.headers().forEach(request::header);
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return response.statusCode() + " " + response.body();
  }
}
