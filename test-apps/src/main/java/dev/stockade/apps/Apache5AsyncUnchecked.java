package dev.stockade.apps;

import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.core5.io.CloseMode;

/** Asynchronous Apache HttpClient 5 that checks less than it should; see {@link UncheckedCalls}. */
final class Apache5AsyncUnchecked {
  private Apache5AsyncUnchecked() {}

  static String get(SSLContext context, boolean anyName, String url) throws Exception {
    ClientTlsStrategyBuilder strategy = ClientTlsStrategyBuilder.create().setSslContext(context);
    if (anyName) {
      strategy.setHostnameVerifier(NoopHostnameVerifier.INSTANCE);
    }
    CloseableHttpAsyncClient client =
        HttpAsyncClients.custom()
            .setConnectionManager(
                PoolingAsyncClientConnectionManagerBuilder.create()
                    .setTlsStrategy(strategy.build())
                    .build())
            .build();
    client.start();
    try {
      return String.valueOf(
          client
              .execute(new SimpleHttpRequest("GET", URI.create(url)), null)
              .get(20, TimeUnit.SECONDS)
              .getCode());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
    } finally {
      client.close(CloseMode.IMMEDIATE);
    }
  }
}
