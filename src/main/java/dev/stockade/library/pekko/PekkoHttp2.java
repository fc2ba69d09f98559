package dev.stockade.library.pekko;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.MethodByName;

/**
 * Pekko HTTP's and Akka HTTP's client over HTTP/2: a request whose header frame is about to be
 * made. There are no pools: a refusal ends the connection's stream of requests, as any error does.
 */
final class PekkoHttp2 implements HookHandler {
  private final MethodByName uri = new MethodByName("uri");
  private final MethodByName scheme = new MethodByName("scheme");
  private final MethodByName authority = new MethodByName("authority");
  private final PekkoRequest requests = new PekkoRequest();
  private final AwsEnforcement watch;

  PekkoHttp2(AwsEnforcement watch) {
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
