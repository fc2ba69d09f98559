package dev.stockade.library.netty;

import dev.stockade.aws.WantedBody;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.weave.BlockException;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.MethodByName;
import dev.stockade.weave.reflect.TypeByName;
import java.util.Map;
import javax.net.ssl.SSLException;

/**
 * Netty's HTTP/1.1 codec and all clients that use it: each message that {@code
 * HttpObjectEncoder.encode} is about to encode. A server's codec encodes responses, which are not
 * checked.
 */
final class NettyHttp1 implements HookHandler {
  static final String NAME = "netty";

  private final TypeByName request = new TypeByName("netty.handler.codec.http.HttpRequest");
  private final MethodByName method = new MethodByName("method");
  private final MethodByName uri = new MethodByName("uri");
  private final MethodByName olderMethod = new MethodByName("getMethod");
  private final MethodByName olderUri = new MethodByName("getUri");
  private final MethodByName headers = new MethodByName("headers");
  private final NettyTransport transport = new NettyTransport();
  private final NettyBody body = new NettyBody();
  private final NettyCodec codec = new NettyCodec();
  private final NettyHttp1Refusals refusals = new NettyHttp1Refusals();
  private final AwsEnforcement watch;

  NettyHttp1(AwsEnforcement watch) {
    this.watch = watch;
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    Object encoder = loads[0];
    Object message = loads[2];
    SSLException refusal = refusals.before(encoder);
    if (refusal != null) {
      refusals.release(encoder, message);
      throw new BlockException(refusal);
    }
    if (request.isOf(message)) {
      refusal = watch.judge(NAME, head(loads[1], message), codec.of(encoder));
      if (refusal != null) {
        refusals.refuse(encoder, loads[1], message, refusal);
        throw new BlockException(refusal);
      }
    }
    return value;
  }

  private RequestHead head(Object context, Object message) throws Exception {
    String name = (method.isOn(message) ? method : olderMethod).on(message).toString();
    String target = (String) (uri.isOn(message) ? uri : olderUri).on(message);
    // The encoder, too, writes a slash for no target.
    RequestHead head =
        watch.begin(transport.of(context), name, target.isEmpty() ? "/" : target, null);
    for (Object entry : (Iterable<?>) headers.on(message)) {
      Map.Entry<?, ?> header = (Map.Entry<?, ?>) entry;
      head.header(String.valueOf(header.getKey()), String.valueOf(header.getValue()));
    }
    if (WantedBody.isOf(head)) {
      head.body(body.of(message));
    }
    return head;
  }
}
