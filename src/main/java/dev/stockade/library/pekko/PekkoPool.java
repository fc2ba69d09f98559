package dev.stockade.library.pekko;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.HttpWatch;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.Skip;
import dev.stockade.weave.reflect.Call;
import dev.stockade.weave.reflect.Member;
import javax.net.ssl.SSLException;

/**
 * Pekko HTTP's and Akka HTTP's client over HTTP/1.1: a request that is about to enter the pool of
 * its host, whoever called. What the renderer adds behind it is added here, too.
 *
 * <p>A refusal fails the promise of the one who waits, as a full pool does. Thrown where the head
 * is rendered, it would end the connection, and the pool would open five more for a GET.
 */
final class PekkoPool implements HookHandler {
  static final int POOL = 0;

  /** The actor of Akka HTTP 10.0 to 10.1.9. */
  static final int ACTOR = 1;

  private final Call setup = new Call("hcps");
  private final Member olderSetup =
      new Member("akka$http$impl$engine$client$PoolInterfaceActor$$hcps");
  private final Call request = new Call("request");
  private final Call promise = new Call("responsePromise");
  private final Call fail = new Call("tryFailure", 1);
  private final Call host = new Call("host");
  private final Call port = new Call("port");
  private final Call innerSetup = new Call("setup");
  private final Call context = new Call("connectionContext");
  private final Call isSecure = new Call("isSecure");
  private final PekkoRequest requests = new PekkoRequest();
  private final HttpWatch watch;

  PekkoPool(HttpWatch watch) {
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
