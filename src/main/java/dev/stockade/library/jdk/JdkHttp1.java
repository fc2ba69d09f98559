package dev.stockade.library.jdk;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.enforce.HeadBytes;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
import java.net.URI;
import java.util.List;

/**
 * {@code java.net.http.HttpClient} over HTTP/1.1: the bytes of the head before they are written.
 */
final class JdkHttp1 implements HookHandler {
  private final FieldByName request = new FieldByName("request");
  private final MethodByName uri = new MethodByName("uri");
  private final AwsEnforcement watch;

  JdkHttp1(AwsEnforcement watch) {
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
