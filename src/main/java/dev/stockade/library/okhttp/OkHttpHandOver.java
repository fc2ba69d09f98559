package dev.stockade.library.okhttp;

import dev.stockade.enforce.Enforcement;
import dev.stockade.enforce.HandOver;
import dev.stockade.weave.reflect.MethodByName;

/** Calls that OkHttp runs on threads of its own. */
final class OkHttpHandOver extends HandOver {
  private final MethodByName request = new MethodByName("request");
  private final MethodByName url = new MethodByName("url");
  private final MethodByName host = new MethodByName("host");

  OkHttpHandOver(Enforcement enforcement) {
    super(enforcement);
  }

  @Override
  protected String host(int id, Object call) throws Exception {
    return (String) host.on(url.on(request.on(call)));
  }
}
