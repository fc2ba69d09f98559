package dev.stockade.library.ktor;

import dev.stockade.aws.WantedBody;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.enforce.TlsEnforcement;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.MethodByName;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ktor's CIO client: a request whose head is about to be written, with what is added where that is
 * done: what the body says of itself, and the host. Of its handshakes a record says that they
 * cannot be seen.
 *
 * <p>{@code writeHeaders} suspends: when it is resumed it is entered again, without a request.
 */
final class KtorClient implements HookHandler {
  static final int HEADERS = 0;
  static final int HANDSHAKE = 1;

  private static final String NAME = "ktor-cio";

  private final MethodByName method = new MethodByName("getMethod");
  private final MethodByName value = new MethodByName("getValue");
  private final MethodByName url = new MethodByName("getUrl");
  private final MethodByName protocol = new MethodByName("getProtocol");
  private final MethodByName name = new MethodByName("getName");
  private final MethodByName defaultPort = new MethodByName("getDefaultPort");
  private final MethodByName host = new MethodByName("getHost");
  private final MethodByName port = new MethodByName("getPort");
  private final MethodByName target = new MethodByName("getEncodedPathAndQuery");
  private final KtorContent content = new KtorContent();
  private final AtomicBoolean told = new AtomicBoolean();
  private final AwsEnforcement watch;
  private final TlsEnforcement tls;

  KtorClient(AwsEnforcement watch, TlsEnforcement tls) {
    this.watch = watch;
    this.tls = tls;
  }

  @Override
  public Object reached(int id, Object ignored, Object[] loads) throws Exception {
    if (id == HEADERS) {
      if (loads[0] != null) {
        watch.check(NAME, head(loads[0]));
      }
    } else if (told.compareAndSet(false, true)) {
      tls.unseen(
          "TLS of Ktor's CIO engine is its own: version and cipher suite of its connections cannot"
              + " be seen, only its requests");
    }
    return ignored;
  }

  private RequestHead head(Object request) throws Exception {
    Object to = url.on(request);
    Object scheme = protocol.on(to);
    String called = (String) name.on(scheme);
    boolean encrypted = called.equals("https") || called.equals("wss");
    String path = (String) target.on(to);
    RequestHead head =
        watch.begin(
            encrypted ? Transport.TLS : Transport.CLEARTEXT,
            (String) value.on(method.on(request)),
            path.startsWith("/") ? path : "/" + path,
            null);
    content.tellHeaders(head, request);
    if (head.first("host") == null) {
      Object number = port.on(to);
      String named = (String) host.on(to);
      head.header("Host", number.equals(defaultPort.on(scheme)) ? named : named + ':' + number);
    }
    if (WantedBody.isOf(head)) {
      head.body(content.bytes(request));
    }
    return head;
  }
}
