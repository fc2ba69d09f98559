package dev.stockade.library.netty;

import com.ning.http.client.AsyncHttpClient;
import com.ning.http.client.RequestBuilder;
import dev.stockade.library.HttpClientChecks;
import dev.stockade.library.HttpProgram;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** By AsyncHttpClient 1.9. */
class Netty3Test extends HttpClientChecks {
  Netty3Test() {
    super(Program.class, "netty3", "org.jboss.netty.", "com.ning.");
  }

  static final class Program implements HttpProgram {
    @Override
    public int get(URI server, Map<String, String> headers) throws Exception {
      try (AsyncHttpClient client = new AsyncHttpClient()) {
        RequestBuilder request = new RequestBuilder("GET").setUrl(server.toString());
        headers.forEach(request::setHeader);
        return client.executeRequest(request.build()).get(5, TimeUnit.SECONDS).getStatusCode();
      }
    }
  }
}
