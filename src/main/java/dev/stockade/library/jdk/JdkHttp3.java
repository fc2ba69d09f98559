package dev.stockade.library.jdk;

import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.weave.HookHandler;
import java.util.Map;

/** {@code java.net.http.HttpClient} over HTTP/3, JDK 26 and newer. */
final class JdkHttp3 implements HookHandler {
  private final JdkHttp2 http2;

  JdkHttp3(AwsEnforcement watch) {
    http2 = new JdkHttp2(watch);
  }

  /** The encoder gets the system's, the user's and the pseudo-headers in an order of its own. */
  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    Object[] parts = (Object[]) loads[0];
    Map<?, ?>[] all = new Map<?, ?>[parts.length];
    for (int i = 0; i < parts.length; i++) {
      all[i] = http2.map(parts[i]);
      if (all[i].containsKey(":method")) {
        Map<?, ?> first = all[0];
        all[0] = all[i];
        all[i] = first;
      }
    }
    http2.check(all);
    return value;
  }
}
