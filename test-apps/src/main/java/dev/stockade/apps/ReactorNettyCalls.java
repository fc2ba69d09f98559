package dev.stockade.apps;

import io.netty.resolver.DefaultAddressResolverGroup;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;

/** {@link HttpCall}s by Reactor Netty; {@code app.http2=true} over HTTP/2, without an upgrade. */
public final class ReactorNettyCalls {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private ReactorNettyCalls() {}

  public static void main(String[] calls) throws Exception {
    HttpClient plain = client(HttpProtocol.H2C);
    HttpClient secure = client(HttpProtocol.H2).secure();
    HttpCall.run(calls, call -> () -> send(call.isTls() ? secure : plain, call));
  }

  private static HttpClient client(HttpProtocol http2) {
    return HttpClient.create()
        .resolver(DefaultAddressResolverGroup.INSTANCE)
        .protocol(Boolean.getBoolean("app.http2") ? http2 : HttpProtocol.HTTP11);
  }

  private static String send(HttpClient client, HttpCall call) {
    return client
        .headers(headers -> call.headers().forEach(headers::set))
        .request(io.netty.handler.codec.http.HttpMethod.valueOf(call.method()))
        .uri(call.url())
        .send(ByteBufFlux.fromInbound(call.hasBody() ? Mono.just(HttpCall.BODY) : Mono.empty()))
        .responseSingle(
            (response, body) -> body.asString().map(text -> response.status().code() + " " + text))
        .block(TIMEOUT);
  }
}
