package dev.stockade.library.jdk;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
import java.util.List;
import java.util.Map;

/**
 * {@code java.net.http.HttpClient} over HTTP/2: the header frame of one stream. Refusing here ends
 * that stream; refusing where the connection encodes it would end the others, too.
 */
final class JdkHttp2 implements HookHandler {
  static final String NAME = "java.net.http";

  private final FieldByName pseudo = new FieldByName("requestPseudoHeaders");
  private final MethodByName system = new MethodByName("getSystemHeaders");
  private final MethodByName user = new MethodByName("getUserHeaders");
  private final MethodByName map = new MethodByName("map");
  private final AwsEnforcement watch;

  JdkHttp2(AwsEnforcement watch) {
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
