package dev.stockade.library.pekko;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.HttpWatch;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.Call;

/**
 * Pekko HTTP's and Akka HTTP's client over HTTP/2: a request whose header frame is about to be
 * made. There are no pools: a refusal ends the connection's stream of requests, as any error does.
 */
final class PekkoHttp2 implements HookHandler {
  private final Call uri = new Call("uri");
  private final Call scheme = new Call("scheme");
  private final Call authority = new Call("authority");
  private final PekkoRequest requests = new PekkoRequest();
  private final HttpWatch watch;

  PekkoHttp2(HttpWatch watch) {
    this.watch = watch;
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    Object to = uri.on(loads[0]);
    String text = (String) scheme.on(to);
    RequestHead head =
        watch.begin(
            text.equals("https") ? Transport.TLS : Transport.CLEARTEXT,
            requests.method(loads[0]),
            requests.pathAndQuery(loads[0]),
            authority.on(to).toString());
    requests.fill(head, loads[0]);
    watch.check(PekkoRequest.NAME, head);
    return value;
  }
}
