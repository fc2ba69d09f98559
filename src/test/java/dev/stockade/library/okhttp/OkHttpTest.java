package dev.stockade.library.okhttp;

import dev.stockade.library.HttpClientChecks;
import dev.stockade.library.HttpProgram;
import java.net.URI;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

class OkHttpTest extends HttpClientChecks {
  OkHttpTest() {
    super(Program.class, "okhttp", "okhttp3.", "okio.");
  }

  static final class Program implements HttpProgram {
    @Override
    public int get(URI server, Map<String, String> headers) throws Exception {
      OkHttpClient client = new OkHttpClient();
      Request request =
          new Request.Builder().url(server.toString()).headers(Headers.of(headers)).build();
      try (Response response = client.newCall(request).execute()) {
        return response.code();
      } finally {
        client.connectionPool().evictAll();
      }
    }
  }
}
