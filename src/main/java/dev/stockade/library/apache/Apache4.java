package dev.stockade.library.apache;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.weave.BlockException;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/**
 * Apache HttpClient 4 and HttpAsyncClient 4: the connection that is about to write the head of a
 * request. Whatever may change the head has run before.
 */
final class Apache4 implements HookHandler {
  static final int SEND_HEAD = 0;
  static final int SUBMIT = 1;

  private static final String NAME = "apache4";

  private final MethodByName line = new MethodByName("getRequestLine");
  private final MethodByName method = new MethodByName("getMethod");
  private final MethodByName target = new MethodByName("getUri");
  private final MethodByName socket = new MethodByName("getSocket");
  private final FieldByName session = new FieldByName("session");
  private final MethodByName context = new MethodByName("getContext");
  private final MethodByName attribute = new MethodByName("getAttribute", 1);
  private final MethodByName failed = new MethodByName("failed", 1);
  private final ApacheRequest requests = new ApacheRequest("getAllHeaders");
  private final AwsEnforcement watch;

  Apache4(AwsEnforcement watch) {
    this.watch = watch;
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    Object connection = loads[0];
    Object request = loads[1];
    if (request == null) {
      return value;
    }
    Object first = line.on(request);
    RequestHead head =
        watch.begin(
            id == SUBMIT ? asyncTransport(connection) : transport(connection),
            (String) method.on(first),
            (String) target.on(first),
            null);
    requests.headers(request, head);
    requests.body(request, head);
    SSLException refusal = watch.judge(NAME, head, connection);
    if (refusal != null) {
      if (id == SUBMIT) {
        failFirst(connection, refusal);
      }
      throw new BlockException(refusal);
    }
    return value;
  }

  /**
   * HttpCore closes the connection before it passes what was thrown to the exchange; meanwhile the
   * thread that handed the request to a pooled connection may see it closed, and report a lost
   * connection to the program instead: what a program may retry.
   */
  private void failFirst(Object connection, SSLException refusal) throws Exception {
    Object exchange = attribute.on(context.on(connection), "http.nio.exchange-handler");
    if (failed.isOn(exchange)) {
      failed.on(exchange, refusal);
    }
  }

  /** A connection of a user's own class may have no socket to show. */
  private Transport transport(Object connection) throws Exception {
    Object to = socket.isOn(connection) ? socket.on(connection) : null;
    if (to == null) {
      return Transport.UNKNOWN;
    }
    return to instanceof SSLSocket ? Transport.TLS : Transport.CLEARTEXT;
  }

  /** The socket of an asynchronous connection is always a plain one, its session is not. */
  private Transport asyncTransport(Object connection) throws Exception {
    Object to = session.of(connection);
    if (to == null) {
      return Transport.UNKNOWN;
    }
    return attribute.on(to, "http.session.ssl") == null ? Transport.CLEARTEXT : Transport.TLS;
  }
}
