package dev.stockade.library.grizzly;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.MethodByName;
import dev.stockade.weave.reflect.TypeByName;

/**
 * Grizzly's HTTP client: a request whose head is about to be encoded, not what follows it. Servers
 * encode responses by the same method. An exception fails the write and ends the connection.
 */
final class GrizzlyClient implements HookHandler {
  private static final String NAME = "grizzly";

  private final TypeByName tls = new TypeByName("glassfish.grizzly.ssl.SSLBaseFilter");
  private final MethodByName isRequest = new MethodByName("isRequest");
  private final MethodByName isCommitted = new MethodByName("isCommitted");
  private final MethodByName method = new MethodByName("getMethodDC");
  private final MethodByName path = new MethodByName("getRequestURI");
  private final MethodByName query = new MethodByName("getQueryString");
  private final MethodByName headers = new MethodByName("getHeaders");
  private final MethodByName length = new MethodByName("getContentLength");
  private final MethodByName connection = new MethodByName("getConnection");
  private final MethodByName chain = new MethodByName("getFilterChain");
  private final MethodByName isSecure = new MethodByName("isSecure", 1);
  private final GrizzlyHeaders fields = new GrizzlyHeaders();
  private final AwsEnforcement watch;

  GrizzlyClient(AwsEnforcement watch) {
    this.watch = watch;
  }

  /** Loads: the codec, the context, the head. */
  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    Object packet = loads[2];
    if ((Boolean) isRequest.on(packet) && !(Boolean) isCommitted.on(packet)) {
      watch.check(NAME, head(loads[1], packet), packet);
    }
    return value;
  }

  private RequestHead head(Object context, Object packet) throws Exception {
    String target = (String) path.on(packet);
    Object question = query.on(packet);
    RequestHead head =
        watch.begin(
            isEncrypted(context) ? Transport.TLS : Transport.CLEARTEXT,
            method.on(packet).toString(),
            question == null ? target : target + '?' + question,
            null);
    Object all = headers.on(packet);
    for (int i = 0; i < fields.size(all); i++) {
      head.header(fields.name(all, i), fields.value(all, i));
    }
    long size = (Long) length.on(packet);
    if (size >= 0 && head.first("content-length") == null) {
      head.header("Content-Length", String.valueOf(size));
    }
    return head;
  }

  /**
   * Asked of the filters, as the engine is made only by the first write. AsyncHttpClient's is there
   * always, and knows of which connections it is meant.
   */
  private boolean isEncrypted(Object context) throws Exception {
    for (Object filter : (Iterable<?>) chain.on(context)) {
      if (tls.isOf(filter)) {
        return !isSecure.isOn(filter) || (Boolean) isSecure.on(filter, connection.on(context));
      }
    }
    return false;
  }
}
