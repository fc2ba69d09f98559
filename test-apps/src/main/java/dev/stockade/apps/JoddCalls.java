package dev.stockade.apps;

import jodd.http.HttpRequest;
import jodd.http.HttpResponse;
import jodd.net.HttpMethod;

/** {@link HttpCall}s by Jodd HTTP. */
public final class JoddCalls {
  private JoddCalls() {}

  public static void main(String[] calls) throws Exception {
    HttpCall.run(calls, call -> () -> send(call));
  }

  private static String send(HttpCall call) {
    HttpRequest request = new HttpRequest().method(HttpMethod.valueOf(call.method()));
    request.set(call.url());
    call.headers().forEach(request::header);
    if (call.hasBody()) {
      request.body(HttpCall.BODY, "application/octet-stream");
    }
    HttpResponse response = request.send();
    return response.statusCode() + " " + response.bodyText();
  }
}
