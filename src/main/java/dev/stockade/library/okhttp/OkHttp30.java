package dev.stockade.library.okhttp;

import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;

/** OkHttp 3.0 to 3.3: the stream that is about to write the head of a request. */
final class OkHttp30 implements HookHandler {
  private final FieldByName engine = new FieldByName("httpEngine");
  private final MethodByName connection = new MethodByName("getConnection");
  private final OkHttpRequest requests;

  OkHttp30(AwsEnforcement watch) {
    requests = new OkHttpRequest(watch);
  }

  /** OkHttp 3.4 has the class, too, but no engine: {@link OkHttp} has seen that request. */
  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    Object holder = engine.ifPresent(loads[0]);
    if (holder != null) {
      requests.check(loads[1], connection.on(holder), null);
    }
    return value;
  }
}
