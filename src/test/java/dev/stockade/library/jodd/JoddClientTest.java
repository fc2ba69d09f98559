package dev.stockade.library.jodd;

import dev.stockade.library.HttpClientChecks;
import dev.stockade.library.HttpProgram;
import java.net.URI;
import java.util.Map;
import jodd.http.HttpRequest;

class JoddClientTest extends HttpClientChecks {
  JoddClientTest() {
    super(Program.class, "jodd-http", "jodd.");
  }

  static final class Program implements HttpProgram {
    @Override
    public int get(URI server, Map<String, String> headers) {
      HttpRequest request = HttpRequest.get(server.toString());
      headers.forEach(request::header);
      return request.send().statusCode();
    }
  }
}
