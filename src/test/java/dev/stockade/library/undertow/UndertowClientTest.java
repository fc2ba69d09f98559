package dev.stockade.library.undertow;

import dev.stockade.library.HttpClientChecks;
import dev.stockade.library.HttpProgram;
import io.undertow.client.ClientCallback;
import io.undertow.client.ClientConnection;
import io.undertow.client.ClientExchange;
import io.undertow.client.ClientRequest;
import io.undertow.client.UndertowClient;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.xnio.OptionMap;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

class UndertowClientTest extends HttpClientChecks {
  UndertowClientTest() {
    super(Program.class, "undertow", "io.undertow.");
  }

  static final class Program implements HttpProgram {
    @Override
    public int get(URI server, Map<String, String> headers) throws Exception {
      XnioWorker worker = Xnio.getInstance().createWorker(OptionMap.EMPTY);
      try {
        ClientConnection connection =
            UndertowClient.getInstance()
                .connect(server, worker, new DefaultByteBufferPool(false, 16_384), OptionMap.EMPTY)
                .get();
        Answer answer = new Answer();
        ClientRequest request = request(server, headers);
        connection.getIoThread().execute(() -> connection.sendRequest(request, answer));
        return answer.status.get(5, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof Exception cause ? cause : e;
      } finally {
        worker.shutdownNow();
      }
    }

    private static ClientRequest request(URI server, Map<String, String> headers) {
      ClientRequest request = new ClientRequest();
      request.setMethod(Methods.GET).setPath(server.getRawPath() + "?" + server.getRawQuery());
      headers.forEach((name, text) -> request.getRequestHeaders().put(new HttpString(name), text));
      return request;
    }

    /** Of the exchange first, then of its response. */
    private static final class Answer implements ClientCallback<ClientExchange> {
      final CompletableFuture<Integer> status = new CompletableFuture<>();

      @Override
      public void completed(ClientExchange exchange) {
        if (exchange.getResponse() == null) {
          exchange.setResponseListener(this);
        } else {
          status.complete(exchange.getResponse().getResponseCode());
        }
      }

      @Override
      public void failed(IOException e) {
        status.completeExceptionally(e);
      }
    }
  }
}
