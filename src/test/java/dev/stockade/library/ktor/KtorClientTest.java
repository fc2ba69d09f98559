package dev.stockade.library.ktor;

import dev.stockade.library.HttpClientChecks;
import dev.stockade.library.HttpProgram;
import io.ktor.client.HttpClient;
import io.ktor.client.HttpClientKt;
import io.ktor.client.engine.cio.CIO;
import io.ktor.client.request.HttpRequestBuilder;
import io.ktor.client.request.HttpRequestKt;
import io.ktor.client.statement.HttpResponse;
import io.ktor.client.statement.HttpStatement;
import io.ktor.http.HttpMethod;
import java.net.URI;
import java.util.Map;
import kotlin.Unit;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;

class KtorClientTest extends HttpClientChecks {
  KtorClientTest() {
    super(Program.class, "ktor-cio", "io.ktor.");
    tellsAnswers = false;
  }

  static final class Program implements HttpProgram {
    @Override
    public int get(URI server, Map<String, String> headers) throws Exception {
      HttpRequestBuilder request = new HttpRequestBuilder();
      request.setMethod(HttpMethod.Companion.getGet());
      HttpRequestKt.url(request, server.toString());
      headers.forEach((name, value) -> request.getHeaders().append(name, value));
      try (HttpClient client = HttpClientKt.HttpClient(CIO.INSTANCE, config -> Unit.INSTANCE)) {
        return BuildersKt.<HttpResponse>runBlocking(
                EmptyCoroutineContext.INSTANCE,
                (scope, then) -> new HttpStatement(request, client).execute(then))
            .getStatus()
            .getValue();
      }
    }
  }
}
