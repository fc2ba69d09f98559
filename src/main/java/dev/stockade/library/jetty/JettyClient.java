package dev.stockade.library.jetty;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.Skip;
import dev.stockade.weave.reflect.MethodByName;
import javax.net.ssl.SSLException;

/**
 * Jetty's HttpClient 9.4 to 12: the exchange whose head {@code sendHeaders} is about to write. A
 * refusal fails the write's callback, as an exception would leave Jetty 9.4 to 11 waiting.
 */
final class JettyClient implements HookHandler {
  static final int HTTP1 = 0;
  static final int HTTP2 = 1;

  private static final String NAME = "jetty";

  private final MethodByName request = new MethodByName("getRequest");
  private final MethodByName method = new MethodByName("getMethod");
  private final MethodByName path = new MethodByName("getPath");
  private final MethodByName query = new MethodByName("getQuery");
  private final MethodByName scheme = new MethodByName("getScheme");
  private final MethodByName host = new MethodByName("getHost");
  private final MethodByName port = new MethodByName("getPort");
  private final MethodByName headers = new MethodByName("getHeaders");
  private final MethodByName name = new MethodByName("getName");
  private final MethodByName value = new MethodByName("getValue");
  private final MethodByName fail = new MethodByName("failed", 1);
  private final AwsEnforcement watch;

  JettyClient(AwsEnforcement watch) {
    this.watch = watch;
  }

  /** Loads: the exchange, the callback. */
  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    Object sent = request.on(loads[0]);
    SSLException refusal = watch.judge(NAME, head(sent, id == HTTP2), loads[0]);
    return refusal == null ? value : (Skip) () -> fail.on(loads[1], refusal);
  }

  private RequestHead head(Object sent, boolean http2) throws Exception {
    boolean tls = isEncrypted((String) scheme.on(sent));
    String target = (String) path.on(sent);
    Object question = query.on(sent);
    RequestHead head =
        watch.begin(
            tls ? Transport.TLS : Transport.CLEARTEXT,
            (String) method.on(sent),
            question == null ? target : target + '?' + question,
            http2 ? authority(sent, tls) : null);
    for (Object field : (Iterable<?>) headers.on(sent)) {
      head.header((String) name.on(field), (String) value.on(field));
    }
    return head;
  }

  /** A WebSocket's upgrade keeps the scheme of its address. */
  private static boolean isEncrypted(String scheme) {
    return "https".equalsIgnoreCase(scheme) || "wss".equalsIgnoreCase(scheme);
  }

  /** {@code :authority} is made of these; there is no header {@code Host} before Jetty 12. */
  private String authority(Object sent, boolean tls) throws Exception {
    int number = (Integer) port.on(sent);
    String text = (String) host.on(sent);
    return number <= 0 || number == (tls ? 443 : 80) ? text : text + ':' + number;
  }
}
