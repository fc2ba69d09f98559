package dev.stockade.library.okhttp;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.HttpWatch;
import dev.stockade.weave.reflect.Call;

/** A request of any OkHttp 3, 4 or 5 and the connection that it goes out on. */
final class OkHttpRequest {
  private static final String NAME = "okhttp";

  private final Call method = new Call("method");
  private final Call url = new Call("url");
  private final Call isHttps = new Call("isHttps");
  private final Call path = new Call("encodedPath");
  private final Call query = new Call("encodedQuery");
  private final Call headers = new Call("headers");
  private final Call size = new Call("size");
  private final Call name = new Call("name", 1);
  private final Call value = new Call("value", 1);
  private final Call handshake = new Call("handshake");
  private final HttpWatch watch;

  OkHttpRequest(HttpWatch watch) {
    this.watch = watch;
  }

  void check(Object request, Object connection) throws Exception {
    Object to = url.on(request);
    RequestHead head =
        watch.begin(
            transport(connection, (Boolean) isHttps.on(to)),
            (String) method.on(request),
            target((String) path.on(to), (String) query.on(to)),
            null);
    Object all = headers.on(request);
    int count = (Integer) size.on(all);
    for (int i = 0; i < count; i++) {
      head.header((String) name.on(all, i), (String) value.on(all, i));
    }
    watch.check(NAME, head);
  }

  private static String target(String path, String query) {
    return query == null ? path : path + "?" + query;
  }

  private Transport transport(Object connection, boolean https) throws Exception {
    if (connection != null && handshake.on(connection) != null) {
      return Transport.TLS;
    }
    return connection == null || https ? Transport.UNKNOWN : Transport.CLEARTEXT;
  }
}
