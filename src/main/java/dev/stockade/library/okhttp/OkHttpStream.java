package dev.stockade.library.okhttp;

import dev.stockade.enforce.HttpWatch;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.Call;
import dev.stockade.weave.reflect.Member;

/** OkHttp 3.0 to 3.3: the stream that is about to write the head of a request. */
final class OkHttpStream implements HookHandler {
  private final Member engine = new Member("httpEngine");
  private final Call connection = new Call("getConnection");
  private final OkHttpRequest requests;

  OkHttpStream(HttpWatch watch) {
    requests = new OkHttpRequest(watch);
  }

  /** OkHttp 3.4 has the class, too, but no engine: {@link OkHttp} has seen that request. */
  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    Object holder = engine.ifPresent(loads[0]);
    if (holder != null) {
      requests.check(loads[1], connection.on(holder));
    }
    return value;
  }
}
