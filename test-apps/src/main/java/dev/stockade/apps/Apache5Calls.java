package dev.stockade.apps;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * {@link HttpCall}s by Apache HttpClient 5, classic; {@code app.system=true} minds the proxies of
 * the JVM.
 */
public final class Apache5Calls {
  private Apache5Calls() {}

  public static void main(String[] calls) throws Exception {
    try (CloseableHttpClient client =
        Boolean.getBoolean("app.system")
            ? HttpClients.createSystem()
            : HttpClients.createDefault()) {
      HttpCall.run(calls, call -> () -> text(client, call));
    }
  }

  private static String text(CloseableHttpClient client, HttpCall call) throws Exception {
    HttpUriRequestBase request =
        new HttpUriRequestBase(call.method(), java.net.URI.create(call.url()));
    if (call.hasBody()) {
      request.setEntity(new ByteArrayEntity(HttpCall.BODY, null));
    }
    call.headers().forEach(request::setHeader);
    try (CloseableHttpResponse response = client.execute(request)) {
      return response.getCode() + " " + EntityUtils.toString(response.getEntity());
    }
  }
}
