package dev.stockade.apps;

import static dev.stockade.apps.ByName.call;
import static dev.stockade.apps.ByName.callOf;

import java.util.Map;

/**
 * {@link HttpCall}s by Helidon 4's WebClient, whose classes are of Java 21; {@code app.http2=true}
 * over HTTP/2.
 */
public final class HelidonCalls {
  private static final String CLIENT = "io.helidon.webclient.";

  private HelidonCalls() {}

  public static void main(String[] calls) throws Exception {
    Object client = Boolean.getBoolean("app.http2") ? http2() : http1();
    HttpCall.run(calls, call -> () -> send(client, call));
    call(client, "closeResource");
  }

  private static Object http1() throws Exception {
    return callOf(CLIENT + "http1.Http1Client", "create");
  }

  private static Object http2() throws Exception {
    Object protocol = callOf(CLIENT + "http2.Http2ClientProtocolConfig", "builder");
    protocol = call(call(protocol, "priorKnowledge", true), "build");
    Object builder = callOf(CLIENT + "http2.Http2Client", "builder");
    return call(call(builder, "protocolConfig", protocol), "build");
  }

  private static String send(Object client, HttpCall call) throws Exception {
    Object method = callOf("io.helidon.http.Method", "create", call.method());
    Object request = call(call(client, "method", method), "uri", call.url());
    for (Map.Entry<String, String> header : call.headers().entrySet()) {
      Object name = callOf("io.helidon.http.HeaderNames", "create", header.getKey());
      call(request, "header", name, new String[] {header.getValue()});
    }
    Object response =
        call.hasBody() ? call(request, "submit", (Object) HttpCall.BODY) : call(request, "request");
    try {
      Object status = call(call(response, "status"), "code");
      return status + " " + call(call(response, "entity"), "as", String.class);
    } finally {
      call(response, "close");
    }
  }
}
