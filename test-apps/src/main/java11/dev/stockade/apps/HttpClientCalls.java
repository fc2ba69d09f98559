package dev.stockade.apps;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** {@link HttpCall}s by {@code java.net.http.HttpClient}. */
public final class HttpClientCalls {
  private HttpClientCalls() {}

  public static void main(String[] calls) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpCall.run(calls, call -> () -> status(client, call.url()));
  }

  private static String status(HttpClient client, String url) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    return response.statusCode() + " " + response.body();
  }
}
