package dev.stockade.library.grizzly;

import dev.stockade.library.HttpClientChecks;
import dev.stockade.library.HttpProgram;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.http.HttpClientFilter;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.nio.transport.TCPNIOTransportBuilder;

/** Grizzly itself, as a chain of filters. */
class GrizzlyClientTest extends HttpClientChecks {
  GrizzlyClientTest() {
    super(Program.class, "grizzly", "org.glassfish.grizzly.");
  }

  static final class Program implements HttpProgram {
    @Override
    public int get(URI server, Map<String, String> headers) throws Exception {
      Answer answer = new Answer();
      TCPNIOTransport transport = TCPNIOTransportBuilder.newInstance().build();
      transport.setProcessor(
          FilterChainBuilder.stateless()
              .add(new TransportFilter())
              .add(new HttpClientFilter())
              .add(answer)
              .build());
      transport.start();
      try {
        Connection<?> connection =
            transport.connect(server.getHost(), server.getPort()).get(5, TimeUnit.SECONDS);
        connection.write(request(server, headers)).get(5, TimeUnit.SECONDS);
        return answer.status.get(5, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof Exception cause ? cause : e;
      } finally {
        transport.shutdownNow();
      }
    }

    private static HttpRequestPacket request(URI server, Map<String, String> headers) {
      HttpRequestPacket.Builder request =
          HttpRequestPacket.builder()
              .method("GET")
              .uri(server.getPath())
              .query(server.getQuery())
              .protocol("HTTP/1.1");
      headers.forEach(request::header);
      return request.build();
    }

    private static final class Answer extends BaseFilter {
      final CompletableFuture<Integer> status = new CompletableFuture<>();

      @Override
      public NextAction handleRead(FilterChainContext context) throws IOException {
        HttpContent content = context.getMessage();
        status.complete(((HttpResponsePacket) content.getHttpHeader()).getStatus());
        return context.getStopAction();
      }
    }
  }
}
