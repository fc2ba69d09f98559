package dev.stockade.apps;

import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.crt.http.HttpClientConnection;
import software.amazon.awssdk.crt.http.HttpClientConnectionManager;
import software.amazon.awssdk.crt.http.HttpClientConnectionManagerOptions;
import software.amazon.awssdk.crt.io.ClientBootstrap;
import software.amazon.awssdk.crt.io.SocketOptions;
import software.amazon.awssdk.crt.io.TlsContext;
import software.amazon.awssdk.crt.io.TlsContextOptions;

/**
 * Connects to TLS servers by the AWS Common Runtime; {@code app.minimum} is the name of a minimum
 * version in {@code TlsVersions}.
 */
public final class CrtClient {
  private CrtClient() {}

  public static void main(String[] targets) {
    TlsContextOptions options = TlsContextOptions.createDefaultClient().withVerifyPeer(false);
    String minimum = System.getProperty("app.minimum");
    if (minimum != null) {
      options.withMinimumTlsVersion(TlsContextOptions.TlsVersions.valueOf(minimum));
    }
    TlsContext tls = new TlsContext(options);
    for (String target : targets) {
      Outcome.report(target, () -> connect(tls, target));
    }
    System.exit(0);
  }

  private static String connect(TlsContext tls, String target) throws Exception {
    HttpClientConnectionManager manager =
        HttpClientConnectionManager.create(
            new HttpClientConnectionManagerOptions()
                .withClientBootstrap(new ClientBootstrap(null, null))
                .withSocketOptions(new SocketOptions())
                .withTlsContext(tls)
                .withUri(URI.create("https://" + target)));
    try {
      HttpClientConnection connection = manager.acquireConnection().get(20, TimeUnit.SECONDS);
      manager.releaseConnection(connection);
      return "connected";
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
    }
  }
}
