package dev.stockade.library.jodd;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.weave.BlockException;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
import java.util.Map;
import javax.net.ssl.SSLException;

/**
 * Jodd HTTP: a request that is about to be written to its connection, which a refusal closes, as
 * Jodd leaves it open. A response that a program writes passes here too.
 */
final class JoddClient implements HookHandler {
  private static final String NAME = "jodd-http";

  private final MethodByName method = new MethodByName("method");
  private final MethodByName protocol = new MethodByName("protocol");
  private final MethodByName host = new MethodByName("host");
  private final MethodByName port = new MethodByName("port");
  private final MethodByName path = new MethodByName("path");
  private final MethodByName query = new MethodByName("queryString");
  private final FieldByName headers = new FieldByName("headers");
  private final MethodByName connection = new MethodByName("connection");
  private final MethodByName close = new MethodByName("close");
  private final AwsEnforcement watch;

  JoddClient(AwsEnforcement watch) {
    this.watch = watch;
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    Object request = loads[0];
    SSLException refusal = method.isOn(request) ? watch.judge(NAME, head(request), request) : null;
    if (refusal != null) {
      close.on(connection.on(request));
      throw new BlockException(refusal);
    }
    return value;
  }

  private RequestHead head(Object request) throws Exception {
    boolean tls = "https".equalsIgnoreCase((String) protocol.on(request));
    String question = (String) query.on(request);
    String target = (String) path.on(request);
    RequestHead head =
        watch.begin(
            tls ? Transport.TLS : Transport.CLEARTEXT,
            (String) method.on(request),
            question == null || question.isEmpty() ? target : target + '?' + question,
            null);
    for (Object entry : (Iterable<?>) headers.of(request)) {
      Map.Entry<?, ?> header = (Map.Entry<?, ?>) entry;
      head.header((String) header.getKey(), String.valueOf(header.getValue()));
    }
    if (head.first("host") == null) {
      int number = (Integer) port.on(request);
      String text = (String) host.on(request);
      head.header("Host", number <= 0 || number == (tls ? 443 : 80) ? text : text + ':' + number);
    }
    return head;
  }
}
