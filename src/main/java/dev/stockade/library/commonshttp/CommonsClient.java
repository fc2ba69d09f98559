package dev.stockade.library.commonshttp;

import dev.stockade.aws.endpoint.Endpoints;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.weave.BlockException;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.MethodByName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Commons HttpClient 3.1: a method that is about to write its request line, with the headers that
 * it adds only behind that.
 *
 * <p>A refusal is a {@code SSLHandshakeException}: the one of TLS that is not tried three times
 * more.
 */
final class CommonsClient implements HookHandler {
  private static final String NAME = "commons-httpclient";

  private final MethodByName name = new MethodByName("getName");
  private final MethodByName value = new MethodByName("getValue");
  private final MethodByName path = new MethodByName("getPath");
  private final MethodByName query = new MethodByName("getQueryString");
  private final MethodByName headers = new MethodByName("getRequestHeaders");
  private final MethodByName length = new MethodByName("getRequestContentLength");
  private final MethodByName parameters = new MethodByName("getParams");
  private final MethodByName parameter = new MethodByName("getParameter", 1);
  private final MethodByName virtualHost = new MethodByName("getVirtualHost");
  private final MethodByName host = new MethodByName("getHost");
  private final MethodByName port = new MethodByName("getPort");
  private final MethodByName isSecure = new MethodByName("isSecure");
  private final AwsEnforcement watch;

  CommonsClient(AwsEnforcement watch) {
    this.watch = watch;
  }

  /** Loads: the method, the connection. */
  @Override
  public Object reached(int id, Object ignored, Object[] loads) throws Exception {
    String verb = (String) name.on(loads[0]);
    if (verb.equals("CONNECT")) {
      return ignored; // Its request line has no path; what goes through the tunnel comes here too.
    }
    SSLException refusal = watch.judge(NAME, head(verb, loads[0], loads[1]), loads[0]);
    if (refusal != null) {
      SSLException natural = new SSLHandshakeException(refusal.getMessage());
      natural.initCause(refusal);
      throw new BlockException(natural);
    }
    return ignored;
  }

  private RequestHead head(String verb, Object method, Object connection) throws Exception {
    boolean tls = (Boolean) isSecure.on(connection);
    String target = (String) path.on(method);
    Object question = query.on(method);
    RequestHead head =
        watch.begin(
            tls ? Transport.TLS : Transport.CLEARTEXT,
            verb,
            question == null ? target : target + '?' + question,
            null);
    head.header("Host", authority(method, connection, tls));
    for (Object header : (Object[]) headers.on(method)) {
      String called = (String) name.on(header);
      if (!called.equalsIgnoreCase("host")) {
        head.header(called, (String) value.on(header));
      }
    }
    if (head.first("user-agent") == null) {
      head.header("User-Agent", (String) parameter.on(parameters.on(method), "http.useragent"));
    }
    if (isLengthWanted(head) && length.isOn(method)) {
      long size = (Long) length.on(method);
      head.header("Content-Length", size < 0 ? null : String.valueOf(size));
    }
    return head;
  }

  /**
   * Whether it can be part of what is signed. The question may make the method read a stream into
   * memory: it is asked only where the client itself will ask, and of requests that are judged.
   */
  private static boolean isLengthWanted(RequestHead head) {
    if (head.first("content-length") != null || head.first("transfer-encoding") != null) {
      return false;
    }
    String authorization = head.first("authorization");
    return (authorization != null && authorization.startsWith("AWS4"))
        || Endpoints.of(head.authority()) != null;
  }

  /** It replaces a header of the program's. */
  private String authority(Object method, Object connection, boolean tls) throws Exception {
    Object named = virtualHost.on(parameters.on(method));
    int number = (Integer) port.on(connection);
    Object text = named == null ? host.on(connection) : named;
    return number <= 0 || number == (tls ? 443 : 80) ? text.toString() : text + ":" + number;
  }
}
