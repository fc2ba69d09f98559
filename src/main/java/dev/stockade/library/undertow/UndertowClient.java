package dev.stockade.library.undertow;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.Skip;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
import javax.net.ssl.SSLException;

/**
 * Undertow's client: a request that a connection is told to send. A refusal fails the callback: an
 * exception would end in a thread of the worker, where requests that wait their turn are forgotten
 * with it.
 */
final class UndertowClient implements HookHandler {
  static final int HTTP1 = 0;
  static final int HTTP2 = 1;

  private static final String NAME = "undertow";

  private final FieldByName upgraded = new FieldByName("http2Delegate");
  private final FieldByName connection = new FieldByName("connection");
  private final FieldByName secure = new FieldByName("secure");
  private final FieldByName defaultHost = new FieldByName("defaultHost");
  private final MethodByName session = new MethodByName("getSslSession");
  private final MethodByName method = new MethodByName("getMethod");
  private final MethodByName path = new MethodByName("getPath");
  private final MethodByName headers = new MethodByName("getRequestHeaders");
  private final MethodByName name = new MethodByName("getHeaderName");
  private final MethodByName fail = new MethodByName("failed", 1);
  private final AwsEnforcement watch;

  UndertowClient(AwsEnforcement watch) {
    this.watch = watch;
  }

  /** Loads: the connection, the request, the callback. */
  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    if (id == HTTP1 && upgraded.of(loads[0]) != null) {
      return value; // It is passed on to a connection of HTTP/2.
    }
    SSLException refusal = watch.judge(NAME, head(id, loads[0], loads[1]), loads[1]);
    return refusal == null ? value : (Skip) () -> fail.on(loads[2], refusal);
  }

  private RequestHead head(int id, Object sender, Object request) throws Exception {
    boolean tls = id == HTTP1 ? session.isOn(connection.of(sender)) : (Boolean) secure.of(sender);
    RequestHead head =
        watch.begin(
            tls ? Transport.TLS : Transport.CLEARTEXT,
            method.on(request).toString(),
            (String) path.on(request),
            null);
    for (Object each : (Iterable<?>) headers.on(request)) {
      String called = name.on(each).toString();
      for (Object text : (Iterable<?>) each) {
        head.header(called, (String) text);
      }
    }
    if (id == HTTP2 && head.first("host") == null) {
      head.header("Host", (String) defaultHost.of(sender));
    }
    return head;
  }
}
