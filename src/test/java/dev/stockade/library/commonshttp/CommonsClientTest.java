package dev.stockade.library.commonshttp;

import dev.stockade.library.HttpClientChecks;
import dev.stockade.library.HttpProgram;
import java.net.URI;
import java.util.Map;
import org.apache.commons.httpclient.HttpClient;
import org.apache.commons.httpclient.methods.GetMethod;

class CommonsClientTest extends HttpClientChecks {
  CommonsClientTest() {
    super(Program.class, "commons-httpclient", "org.apache.commons.");
    tellsAnswers = false;
  }

  static final class Program implements HttpProgram {
    /** A header {@code Host} would be replaced by the address. */
    @Override
    public int get(URI server, Map<String, String> headers) throws Exception {
      GetMethod method = new GetMethod(server.toString());
      headers.forEach(method::setRequestHeader);
      method.getParams().setVirtualHost(headers.get("Host"));
      try {
        return new HttpClient().executeMethod(method);
      } finally {
        method.releaseConnection();
      }
    }
  }
}
