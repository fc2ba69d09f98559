package dev.stockade.library.netty;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.enforce.WeakTable;
import dev.stockade.weave.BlockException;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.MethodByName;
import dev.stockade.weave.reflect.TypeByName;
import java.util.Map;
import javax.net.ssl.SSLException;

/**
 * Netty 3's HTTP/1.1 codec: each message that is about to go to an encoder of HTTP requests. Its
 * pipeline fails the write with what is thrown here, and shows it to the handlers of the channel.
 *
 * <p>What follows a refused head (the body, which may be bytes that nothing encodes) gets the same
 * exception, until the next head.
 */
final class Netty3 implements HookHandler {
  private static final String NAME = "netty3";

  private final TypeByName encoder =
      new TypeByName("jboss.netty.handler.codec.http.HttpMessageEncoder");
  private final TypeByName request = new TypeByName("jboss.netty.handler.codec.http.HttpRequest");
  private final TypeByName tls = new TypeByName("jboss.netty.handler.ssl.SslHandler");
  private final MethodByName message = new MethodByName("getMessage");
  private final MethodByName pipeline = new MethodByName("getPipeline");
  private final MethodByName handlers = new MethodByName("toMap");
  private final MethodByName method = new MethodByName("getMethod");
  private final MethodByName uri = new MethodByName("getUri");
  private final MethodByName headers = new MethodByName("headers");
  private final MethodByName olderHeaders = new MethodByName("getHeaders");
  private final NettyCodec codec = new NettyCodec();
  private final WeakTable<SSLException> refused = new WeakTable<>();
  private final AwsEnforcement watch;
  private volatile boolean any;

  Netty3(AwsEnforcement watch) {
    this.watch = watch;
  }

  /** Loads: the encoder, which may be one of anything, the context, the event. */
  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    if (!encoder.isOf(loads[0]) || !message.isOn(loads[2])) {
      return value;
    }
    Object sent = message.on(loads[2]);
    SSLException refusal =
        request.isOf(sent) ? judge(loads[0], loads[1], sent) : any ? refused.get(loads[0]) : null;
    if (refusal != null) {
      throw new BlockException(refusal);
    }
    return value;
  }

  private SSLException judge(Object half, Object context, Object sent) throws Exception {
    SSLException refusal = watch.judge(NAME, head(context, sent), codec.of(half));
    if (refusal != null) {
      refused.put(half, refusal);
      any = true;
    } else if (any) {
      refused.remove(half);
    }
    return refusal;
  }

  private RequestHead head(Object context, Object sent) throws Exception {
    String target = (String) uri.on(sent);
    RequestHead head =
        watch.begin(
            isEncrypted(context) ? Transport.TLS : Transport.CLEARTEXT,
            method.on(sent).toString(),
            target.isEmpty() ? "/" : target,
            null);
    Object all = (headers.isOn(sent) ? headers : olderHeaders).on(sent);
    for (Object entry : (Iterable<?>) all) {
      Map.Entry<?, ?> header = (Map.Entry<?, ?>) entry;
      head.header(String.valueOf(header.getKey()), String.valueOf(header.getValue()));
    }
    return head;
  }

  private boolean isEncrypted(Object context) throws Exception {
    for (Object handler : ((Map<?, ?>) handlers.on(pipeline.on(context))).values()) {
      if (tls.isOf(handler)) {
        return true;
      }
    }
    return false;
  }
}
