package dev.stockade.library.okhttp;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.weave.reflect.MethodByName;

/** A request of any OkHttp 3, 4 or 5 and the connection that it goes out on. */
final class OkHttpRequest {
  private static final String NAME = "okhttp";

  private final MethodByName method = new MethodByName("method");
  private final MethodByName url = new MethodByName("url");
  private final MethodByName isHttps = new MethodByName("isHttps");
  private final MethodByName path = new MethodByName("encodedPath");
  private final MethodByName query = new MethodByName("encodedQuery");
  private final MethodByName headers = new MethodByName("headers");
  private final MethodByName size = new MethodByName("size");
  private final MethodByName name = new MethodByName("name", 1);
  private final MethodByName value = new MethodByName("value", 1);
  private final MethodByName handshake = new MethodByName("handshake");
  private final AwsEnforcement watch;

  OkHttpRequest(AwsEnforcement watch) {
    this.watch = watch;
  }

  /**
   * @param answeredBy see {@link AwsEnforcement#judge}; may be null
   */
  void check(Object request, Object connection, Object answeredBy) throws Exception {
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
    watch.check(NAME, head, answeredBy);
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
