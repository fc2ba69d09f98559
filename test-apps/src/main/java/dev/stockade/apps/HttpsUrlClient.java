package dev.stockade.apps;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/**
 * A client on {@link HttpsURLConnection}: {@code https://…} URLs, with the JVM's default context
 * and host name check. It can name the suite but, before JDK 12, not the version: that reads "-".
 */
public final class HttpsUrlClient {
  private static final int TIMEOUT_MILLIS = 5_000;

  private HttpsUrlClient() {}

  public static void main(String[] targets) throws Exception {
    AppOptions options = AppOptions.read();
    SSLSocketFactory factory = options.socketFactory(options.clientContext());
    if (Boolean.getBoolean("app.default-factory")) {
      HttpsURLConnection.setDefaultSSLSocketFactory(factory);
    }
    for (int round = 0; round < options.repeat(); round++) {
      for (String target : targets) {
        Outcome.report(target, () -> visit(target, options.wrapped() ? factory : null));
      }
    }
  }

  private static String visit(String target, SSLSocketFactory own) throws IOException {
    HttpsURLConnection connection = (HttpsURLConnection) new URL(target).openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    if (own != null) {
      connection.setSSLSocketFactory(own);
    }
    int status = connection.getResponseCode();
    String suite = connection.getCipherSuite();
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return "- " + suite + OpensslPage.facts(OpensslPage.read(in));
    }
  }
}
