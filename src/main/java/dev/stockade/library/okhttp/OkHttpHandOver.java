package dev.stockade.library.okhttp;

import dev.stockade.enforce.Enforcement;
import dev.stockade.enforce.HandOver;
import dev.stockade.weave.reflect.Call;

/** Calls that OkHttp runs on threads of its own. */
final class OkHttpHandOver extends HandOver {
  private final Call request = new Call("request");
  private final Call url = new Call("url");
  private final Call host = new Call("host");

  OkHttpHandOver(Enforcement enforcement) {
    super(enforcement);
  }

  @Override
  protected String host(int id, Object call) throws Exception {
    return (String) host.on(url.on(request.on(call)));
  }
}
