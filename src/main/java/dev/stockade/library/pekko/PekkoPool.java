package dev.stockade.library.pekko;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.Skip;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
import javax.net.ssl.SSLException;

/**
 * Pekko HTTP's and Akka HTTP's client over HTTP/1.1: a request that is about to enter the pool of
 * its host, whatever code called. What the renderer adds behind it is added here, too.
 *
 * <p>A refusal fails the promise of the waiting caller, as a full pool does. Thrown where the head
 * is rendered, it would end the connection, and the pool would open five more for a GET.
 */
final class PekkoPool implements HookHandler {
  static final int POOL = 0;

  /** The actor of Akka HTTP 10.0 to 10.1.9. */
  static final int ACTOR = 1;

  private final MethodByName setup = new MethodByName("hcps");
  private final FieldByName olderSetup =
      new FieldByName("akka$http$impl$engine$client$PoolInterfaceActor$$hcps");
  private final MethodByName request = new MethodByName("request");
  private final MethodByName promise = new MethodByName("responsePromise");
  private final MethodByName fail = new MethodByName("tryFailure", 1);
  private final MethodByName host = new MethodByName("host");
  private final MethodByName port = new MethodByName("port");
  private final MethodByName innerSetup = new MethodByName("setup");
  private final MethodByName context = new MethodByName("connectionContext");
  private final MethodByName isSecure = new MethodByName("isSecure");
  private final PekkoRequest requests = new PekkoRequest();
  private final AwsEnforcement watch;

  PekkoPool(AwsEnforcement watch) {
    this.watch = watch;
  }

  /** Loads: the pool; the request and the promise, or one object with both. */
  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    boolean actor = id == ACTOR;
    Object pool = actor ? olderSetup.of(loads[0]) : setup.on(loads[0]);
    Object sent = actor ? request.on(loads[1]) : loads[1];
    SSLException refusal = watch.judge(PekkoRequest.NAME, head(pool, sent));
    if (refusal == null) {
      return value;
    }
    Object waiting = actor ? promise.on(loads[1]) : loads[2];
    return (Skip) () -> fail.on(waiting, refusal);
  }

  private RequestHead head(Object pool, Object sent) throws Exception {
    boolean tls = (Boolean) isSecure.on(context.on(innerSetup.on(pool)));
    RequestHead head =
        watch.begin(
            tls ? Transport.TLS : Transport.CLEARTEXT,
            requests.method(sent),
            requests.target(sent),
            null);
    requests.fill(head, sent);
    requests.frame(head, sent);
    if (head.first("host") == null) {
      head.header("Host", authority(pool, tls));
    }
    return head;
  }

  private String authority(Object pool, boolean tls) throws Exception {
    int number = (Integer) port.on(pool);
    String text = (String) host.on(pool);
    return number <= 0 || number == (tls ? 443 : 80) ? text : text + ':' + number;
  }
}
