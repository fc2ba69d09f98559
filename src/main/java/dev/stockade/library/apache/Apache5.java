package dev.stockade.library.apache;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.MethodByName;

/**
 * Apache HttpClient 5 over HTTP/1.1, classic and asynchronous: the connection that is about to
 * write the head of a request. Servers write responses by the same method.
 */
final class Apache5 implements HookHandler {
  static final int CLASSIC = 0;
  static final int ASYNC = 1;

  static final String NAME = "apache5";

  private final MethodByName target = new MethodByName("getRequestUri");
  private final MethodByName method = new MethodByName("getMethod");
  private final MethodByName scheme = new MethodByName("getScheme");
  private final MethodByName session = new MethodByName("getSSLSession");
  private final ApacheRequest requests = new ApacheRequest("getHeaders");
  private final AwsEnforcement watch;

  Apache5(AwsEnforcement watch) {
    this.watch = watch;
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    Object request = loads[1];
    if (!target.isOn(request)) {
      return value;
    }
    RequestHead head =
        watch.begin(
            transport(session.on(loads[0]) != null, (String) scheme.on(request)),
            (String) method.on(request),
            (String) target.on(request),
            null);
    requests.headers(request, head);
    requests.body(request, head);
    watch.check(NAME, head, loads[id == CLASSIC ? 0 : 1]);
    return value;
  }

  /** Encryption that the connection does not know of, yet the URL asks for, may be anything. */
  static Transport transport(boolean hasTls, String scheme) {
    if (hasTls) {
      return Transport.TLS;
    }
    return "https".equalsIgnoreCase(scheme) ? Transport.UNKNOWN : Transport.CLEARTEXT;
  }
}
