package dev.stockade.apps;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpResponse;
import org.apache.http.impl.nio.client.CloseableHttpAsyncClient;
import org.apache.http.impl.nio.client.HttpAsyncClients;

/** {@link HttpCall}s by Apache HttpAsyncClient 4. */
public final class Apache4AsyncCalls {
  private Apache4AsyncCalls() {}

  public static void main(String[] calls) throws Exception {
    try (CloseableHttpAsyncClient client = HttpAsyncClients.createDefault()) {
      client.start();
      HttpCall.run(
          calls,
          call -> {
            Future<HttpResponse> response = client.execute(Apache4Calls.request(call), null);
            return () -> Apache4Calls.text(response.get(20, TimeUnit.SECONDS));
          });
    }
  }
}
