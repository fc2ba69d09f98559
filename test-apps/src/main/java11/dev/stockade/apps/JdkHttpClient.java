package dev.stockade.apps;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A client on {@code java.net.http}, which needs JDK 11: {@code https://…} URLs. Up to JDK 17 it
 * would wait for ever on a TLS 1.3 peer that ends an answer of unknown length by close_notify
 * alone, as {@code openssl s_server} does, and no timeout of its API covers that; hence the
 * property.
 */
public final class JdkHttpClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private JdkHttpClient() {}

  public static void main(String[] targets) {
    System.setProperty("jdk.tls.acknowledgeCloseNotify", "true");
    AppOptions options = AppOptions.read();
    HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    for (int round = 0; round < options.repeat(); round++) {
      for (String target : targets) {
        Outcome.report(target, () -> visit(client, target));
      }
    }
  }

  private static String visit(HttpClient client, String target)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(target)).timeout(TIMEOUT).build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    return response.sslSession().map(Outcome::session).orElse("")
        + OpensslPage.facts(response.body());
  }
}
