package dev.stockade.library.jdk;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.HeadBytes;
import dev.stockade.enforce.HttpWatch;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.Call;
import dev.stockade.weave.reflect.Member;
import java.net.URI;
import java.util.List;

/**
 * {@code java.net.http.HttpClient} over HTTP/1.1: the bytes of the head before they are written.
 */
final class JdkHttp1 implements HookHandler {
  private final Member request = new Member("request");
  private final Call uri = new Call("uri");
  private final HttpWatch watch;

  JdkHttp1(HttpWatch watch) {
    this.watch = watch;
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    URI to = (URI) uri.on(request.of(loads[0]));
    Transport transport =
        "https".equalsIgnoreCase(to.getScheme()) ? Transport.TLS : Transport.CLEARTEXT;
    RequestHead head = HeadBytes.read(watch, transport, (List<?>) value);
    if (head != null) {
      watch.check(JdkHttp2.NAME, head);
    }
    return value;
  }
}
