package dev.stockade.library.jdk;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.HttpWatch;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.Call;
import dev.stockade.weave.reflect.Member;
import java.util.List;
import java.util.Map;

/**
 * {@code java.net.http.HttpClient} over HTTP/2: the header frame of one stream. Refusing here ends
 * that stream; refusing where the connection encodes it would end the others, too.
 */
final class JdkHttp2 implements HookHandler {
  static final String NAME = "java.net.http";

  private final Member pseudo = new Member("requestPseudoHeaders");
  private final Call system = new Call("getSystemHeaders");
  private final Call user = new Call("getUserHeaders");
  private final Call map = new Call("map");
  private final HttpWatch watch;

  JdkHttp2(HttpWatch watch) {
    this.watch = watch;
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    check(map(pseudo.of(loads[0])), map(system.on(value)), map(user.on(value)));
    return value;
  }

  /** The headers of one request, the pseudo-headers first. */
  void check(Map<?, ?>... all) throws Exception {
    Map<?, ?> pseudo = all[0];
    String method = first(pseudo, ":method");
    String path = first(pseudo, ":path");
    if (method == null || path == null) {
      return;
    }
    Transport transport =
        "https".equals(first(pseudo, ":scheme")) ? Transport.TLS : Transport.CLEARTEXT;
    RequestHead head = watch.begin(transport, method, path, first(pseudo, ":authority"));
    for (int i = 1; i < all.length; i++) {
      for (Map.Entry<?, ?> header : all[i].entrySet()) {
        for (Object value : (List<?>) header.getValue()) {
          head.header((String) header.getKey(), (String) value);
        }
      }
    }
    watch.check(NAME, head);
  }

  Map<?, ?> map(Object headers) throws Exception {
    return (Map<?, ?>) map.on(headers);
  }

  private static String first(Map<?, ?> headers, String name) {
    List<?> values = (List<?>) headers.get(name);
    return values == null || values.isEmpty() ? null : (String) values.get(0);
  }
}
