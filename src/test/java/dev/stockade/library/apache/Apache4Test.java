package dev.stockade.library.apache;

import dev.stockade.library.HttpClientChecks;
import dev.stockade.library.HttpProgram;
import java.net.URI;
import java.util.Map;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;

class Apache4Test extends HttpClientChecks {
  Apache4Test() {
    super(Program.class, "apache4", "org.apache.http.");
  }

  static final class Program implements HttpProgram {
    @Override
    public int get(URI server, Map<String, String> headers) throws Exception {
      HttpGet request = new HttpGet(server);
      headers.forEach(request::setHeader);
      try (CloseableHttpClient client = HttpClients.createDefault();
          CloseableHttpResponse response = client.execute(request)) {
        return response.getStatusLine().getStatusCode();
      }
    }
  }
}
