package dev.stockade.apps;

import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

/**
 * Reactor Netty on both ends of a connection, by the protocols named as arguments. What the server
 * answers has a header like that of an unsigned request to AWS.
 */
public final class ReactorNettyServer {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private ReactorNettyServer() {}

  public static void main(String[] protocols) {
    for (String name : protocols) {
      HttpProtocol protocol = HttpProtocol.valueOf(name);
      DisposableServer server =
          HttpServer.create()
              .host("127.0.0.1")
              .port(0)
              .protocol(protocol)
              .handle(
                  (request, response) ->
                      response
                          .header("Host", "dynamodb.eu-west-1.amazonaws.com")
                          .sendString(Mono.just("hello")))
              .bindNow(TIMEOUT);
      Outcome.report(name, () -> visit(protocol, server.port()));
      server.disposeNow(TIMEOUT);
    }
  }

  private static String visit(HttpProtocol protocol, int port) {
    return HttpClient.create()
        .protocol(protocol)
        .get()
        .uri("http://127.0.0.1:" + port + "/")
        .responseSingle((response, body) -> body.asString())
        .block(TIMEOUT);
  }
}
