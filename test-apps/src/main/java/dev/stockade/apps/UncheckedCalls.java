package dev.stockade.apps;

import java.net.URL;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.ssl.SSLContextBuilder;

/**
 * HTTPS clients that check less than they should: {@code CLIENT HOW URL…}, where HOW is one of
 * {@link Trusting}, or {@code any-name} for a host name verifier that is always content. Clients:
 * {@code huc}, {@code apache4}, {@code apache5}, {@code okhttp}.
 */
public final class UncheckedCalls {
  private UncheckedCalls() {}

  public static void main(String[] arguments) throws Exception {
    for (int i = 2; i < arguments.length; i++) {
      String url = arguments[i];
      Outcome.report(url, () -> get(arguments[0], arguments[1], url));
    }
  }

  private static String get(String client, String how, String url) throws Exception {
    boolean anyName = how.equals("any-name");
    SSLContext context = Trusting.context(how);
    switch (client) {
      case "huc":
        HttpsURLConnection connection = (HttpsURLConnection) new URL(url).openConnection();
        connection.setSSLSocketFactory(context.getSocketFactory());
        if (anyName) {
          connection.setHostnameVerifier(Trusting.anyName());
        }
        return String.valueOf(connection.getResponseCode());
      case "apache4":
        return apache4(how, url);
      case "apache5":
        return Apache5Unchecked.get(context, anyName, url);
      case "okhttp":
        OkHttpClient.Builder builder =
            new OkHttpClient.Builder()
                .sslSocketFactory(context.getSocketFactory(), Trusting.manager(how));
        if (anyName) {
          builder.hostnameVerifier(Trusting.anyName());
        }
        OkHttpClient okHttp = builder.build();
        try (Response response = okHttp.newCall(new Request.Builder().url(url).build()).execute()) {
          return String.valueOf(response.code());
        } finally {
          okHttp.dispatcher().executorService().shutdown();
          okHttp.connectionPool().evictAll();
        }
      default:
        throw new IllegalArgumentException(client);
    }
  }

  private static String apache4(String how, String url) throws Exception {
    SSLContext context =
        how.equals("nobody-checks")
            ? SSLContextBuilder.create().loadTrustMaterial((chain, type) -> true).build()
            : Trusting.context(how);
    try (CloseableHttpClient client =
        HttpClients.custom()
            .setSSLContext(context)
            .setSSLHostnameVerifier(how.equals("any-name") ? NoopHostnameVerifier.INSTANCE : null)
            .build()) {
      return Apache4Calls.text(client.execute(new HttpGet(url))).substring(0, 3);
    }
  }
}
