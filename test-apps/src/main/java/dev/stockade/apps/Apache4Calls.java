package dev.stockade.apps;

import org.apache.http.HttpResponse;
import org.apache.http.client.HttpClient;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;

/**
 * {@link HttpCall}s by Apache HttpClient 4.3 and newer; {@code app.system=true} minds the proxies
 * of the JVM.
 */
public final class Apache4Calls {
  private Apache4Calls() {}

  public static void main(String[] calls) throws Exception {
    run(
        calls,
        Boolean.getBoolean("app.system")
            ? HttpClients.createSystem()
            : HttpClients.createDefault());
  }

  static void run(String[] calls, HttpClient client) throws Exception {
    HttpCall.run(calls, call -> () -> text(client.execute(request(call))));
  }

  static HttpUriRequest request(HttpCall call) {
    HttpPost post = new HttpPost(call.url());
    post.setEntity(new ByteArrayEntity(HttpCall.BODY));
    HttpUriRequest request = call.hasBody() ? post : new HttpGet(call.url());
    call.headers().forEach(request::setHeader);
    return request;
  }

  static String text(HttpResponse response) throws Exception {
    return response.getStatusLine().getStatusCode()
        + " "
        + EntityUtils.toString(response.getEntity());
  }
}
