package dev.stockade.apps;

import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.SSLConnectionSocketFactoryBuilder;

/** Apache HttpClient 5 that checks less than it should; see {@link UncheckedCalls}. */
final class Apache5Unchecked {
  private Apache5Unchecked() {}

  static String get(SSLContext context, boolean anyName, String url) throws Exception {
    SSLConnectionSocketFactoryBuilder factory =
        SSLConnectionSocketFactoryBuilder.create().setSslContext(context);
    if (anyName) {
      factory.setHostnameVerifier(NoopHostnameVerifier.INSTANCE);
    }
    try (CloseableHttpClient client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setSSLSocketFactory(factory.build())
                    .build())
            .build()) {
      try (CloseableHttpResponse response = client.execute(new HttpGet(url))) {
        return String.valueOf(response.getCode());
      }
    }
  }
}
