package dev.stockade.library.awscrt;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.HttpWatch;
import dev.stockade.weave.Block;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.Call;
import dev.stockade.weave.reflect.Member;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;

/**
 * The AWS Common Runtime's HTTP client: requests at their last step in Java, where they are signed
 * already. What it refuses with is an {@code IllegalStateException}, as SDKs until 2.29 catch
 * nothing else there and wait for ever.
 *
 * <p>A request of the native S3 client is a template, which native code splits, signs and sends.
 */
final class CrtClient implements HookHandler {
  static final int MAKE_REQUEST_2 = 0;
  static final int MAKE_REQUEST_3 = 1;
  static final int ACQUIRE_STREAM_2 = 2;
  static final int ACQUIRE_STREAM_3 = 3;
  static final int ACQUIRE_CONNECTION = 4;
  static final int CONNECTION_ACQUIRED = 5;
  static final int MAKE_META_REQUEST = 6;

  private static final String NAME = "crt";

  private final Call newerMakeRequest = new Call("makeRequest", 3);
  private final Call newerAcquireStream = new Call("acquireStream", 3);
  private final Call managerUri = new Call("getUri");
  private final Member streamManagerUri = new Member("uri");
  private final Call method = new Call("getMethod");
  private final Call path = new Call("getEncodedPath");
  private final Call headers = new Call("getHeadersAsArray");
  private final Call headerName = new Call("getName");
  private final Call headerValue = new Call("getValue");
  private final Call template = new Call("getHttpRequest");
  private final Call endpoint = new Call("getEndpoint");
  private final CrtConnections connections = new CrtConnections();
  private final HttpWatch watch;

  CrtClient(HttpWatch watch) {
    this.watch = watch;
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    switch (id) {
      case ACQUIRE_CONNECTION:
        connections.asked((CompletableFuture<?>) value, transport((URI) managerUri.on(loads[0])));
        break;
      case CONNECTION_ACQUIRED:
        connections.acquired((CompletableFuture<?>) loads[0]);
        break;
      case MAKE_META_REQUEST:
        URI uri = (URI) endpoint.on(loads[0]);
        check(transport(uri), template.on(loads[0]), true);
        break;
      case ACQUIRE_STREAM_2:
      case ACQUIRE_STREAM_3:
        if (id == ACQUIRE_STREAM_3 || !newerAcquireStream.isOn(loads[0])) {
          check(transport((URI) streamManagerUri.of(loads[0])), loads[1], false);
        }
        break;
      case MAKE_REQUEST_2:
      case MAKE_REQUEST_3:
        // Where there is an overload with three parameters, those with two call it.
        if (id == MAKE_REQUEST_3 || !newerMakeRequest.isOn(loads[0])) {
          check(connections.of(loads[0]), loads[1], false);
        }
        break;
      default:
        throw new IllegalArgumentException("no hook has id " + id);
    }
    return value;
  }

  private void check(Transport transport, Object request, boolean signedNatively) throws Exception {
    if (!method.isOn(request)) {
      return;
    }
    RequestHead head =
        watch.begin(transport, (String) method.on(request), (String) path.on(request), null);
    for (Object header : (Object[]) headers.on(request)) {
      head.header((String) headerName.on(header), (String) headerValue.on(header));
    }
    if (signedNatively) {
      head.signedLater();
    }
    SSLException refusal = watch.judge(NAME, head);
    if (refusal != null) {
      throw new Block(new IllegalStateException(refusal.getMessage(), refusal));
    }
  }

  private static Transport transport(URI uri) {
    if (uri == null || uri.getScheme() == null) {
      return Transport.UNKNOWN;
    }
    return uri.getScheme().equalsIgnoreCase("https") ? Transport.TLS : Transport.CLEARTEXT;
  }
}
