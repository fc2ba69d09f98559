package dev.stockade.library.awscrt;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.weave.BlockException;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
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

  private final MethodByName newerMakeRequest = new MethodByName("makeRequest", 3);
  private final MethodByName newerAcquireStream = new MethodByName("acquireStream", 3);
  private final MethodByName managerUri = new MethodByName("getUri");
  private final FieldByName streamManagerUri = new FieldByName("uri");
  private final MethodByName method = new MethodByName("getMethod");
  private final MethodByName path = new MethodByName("getEncodedPath");
  private final MethodByName headers = new MethodByName("getHeadersAsArray");
  private final MethodByName headerName = new MethodByName("getName");
  private final MethodByName headerValue = new MethodByName("getValue");
  private final MethodByName template = new MethodByName("getHttpRequest");
  private final MethodByName endpoint = new MethodByName("getEndpoint");
  private final CrtConnections connections = new CrtConnections();
  private final AwsEnforcement watch;

  CrtClient(AwsEnforcement watch) {
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
      throw new BlockException(new IllegalStateException(refusal.getMessage(), refusal));
    }
  }

  private static Transport transport(URI uri) {
    if (uri == null || uri.getScheme() == null) {
      return Transport.UNKNOWN;
    }
    return uri.getScheme().equalsIgnoreCase("https") ? Transport.TLS : Transport.CLEARTEXT;
  }
}
