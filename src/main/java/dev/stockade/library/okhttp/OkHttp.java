package dev.stockade.library.okhttp;

import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.MethodByName;

/**
 * OkHttp 3.4 and newer, HTTP/1.1 and HTTP/2: its last interceptor, after all of the application's.
 * Where the request is written OkHttp would wait for a response even to one that was refused.
 */
final class OkHttp implements HookHandler {
  private final MethodByName request = new MethodByName("request");
  private final MethodByName connection = new MethodByName("connection");
  private final OkHttpRequest requests;

  OkHttp(AwsEnforcement watch) {
    requests = new OkHttpRequest(watch);
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    requests.check(request.on(loads[0]), connection.on(loads[0]), loads[0]);
    return value;
  }
}
