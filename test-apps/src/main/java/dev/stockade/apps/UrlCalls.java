package dev.stockade.apps;

import java.net.HttpURLConnection;
import java.net.URL;

/** {@link HttpCall}s by {@code HttpsURLConnection}. */
public final class UrlCalls {
  private UrlCalls() {}

  public static void main(String[] calls) throws Exception {
    HttpCall.run(
        calls,
        call ->
            () -> {
              HttpURLConnection connection =
                  (HttpURLConnection) new URL(call.url()).openConnection();
              call.headers().forEach(connection::setRequestProperty);
              try {
                return connection.getResponseCode() + " " + connection.getResponseMessage();
              } finally {
                connection.disconnect();
              }
            });
  }
}
