package dev.stockade.library.netty;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.Skip;
import dev.stockade.weave.reflect.MethodByName;
import java.util.Map;
import javax.net.ssl.SSLException;

/**
 * Netty's HTTP/2 codec and all clients that use it: each header block that {@code
 * DefaultHttp2ConnectionEncoder.writeHeaders} is about to send. Responses and trailers have no
 * {@code :method} and are not checked.
 */
final class NettyHttp2 implements HookHandler {
  static final int WITHOUT_PRIORITY = 0;
  static final int WITH_PRIORITY = 1;
  static final int SDK_FAILURE = 2;

  private final MethodByName common = new MethodByName("writeHeaders0", 10);
  private final NettyTransport transport = new NettyTransport();
  private final NettyHttp2Refusal refusal = new NettyHttp2Refusal();
  private final MethodByName connection = new MethodByName("connection");
  private final AwsEnforcement watch;
  private final NettyStreams streams;

  NettyHttp2(AwsEnforcement watch, NettyStreams streams) {
    this.watch = watch;
    this.streams = streams;
  }

  /**
   * Loads: the encoder, the context, the stream's id, the headers, the promise; of the SDK's report
   * of a failure, the channel.
   */
  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    if (id == SDK_FAILURE) {
      return refusal.isTold(loads[0]) ? (Skip) () -> {} : null;
    }
    // Until 4.1.68 the overload without priority calls the other one.
    if (id == WITHOUT_PRIORITY && !common.isOn(loads[0])) {
      return value;
    }
    RequestHead head = head(loads[1], (Iterable<?>) loads[3]);
    if (head == null) {
      return value;
    }
    SSLException reason = watch.judge(NettyHttp1.NAME, head, stream(head, loads));
    return reason == null ? value : (Skip) () -> refusal.tell(loads, reason);
  }

  /** Null for a request whose answer nobody asks for. */
  private Object stream(RequestHead head, Object[] loads) throws Exception {
    return AwsEnforcement.isSignedByHand(head)
        ? streams.begin(connection.on(loads[0]), (Integer) loads[2])
        : null;
  }

  /** Null when it is no request. */
  private RequestHead head(Object context, Iterable<?> headers) throws Exception {
    String method = null;
    String path = null;
    String scheme = null;
    String authority = null;
    for (Object header : headers) {
      String name = name(header);
      if (!name.startsWith(":")) {
        break;
      } else if (name.equals(":method")) {
        method = text(header);
      } else if (name.equals(":path")) {
        path = text(header);
      } else if (name.equals(":scheme")) {
        scheme = text(header);
      } else if (name.equals(":authority")) {
        authority = text(header);
      }
    }
    if (method == null) {
      return null;
    }
    RequestHead head = watch.begin(transport(context, scheme), method, path, authority);
    for (Object header : headers) {
      String name = name(header);
      if (!name.startsWith(":")) {
        head.header(name, text(header));
      }
    }
    return head;
  }

  /** A scheme that the pipeline knows nothing of: something else may encrypt. */
  private Transport transport(Object context, String scheme) throws Exception {
    Transport seen = transport.of(context);
    return seen == Transport.CLEARTEXT && "https".equals(scheme) ? Transport.UNKNOWN : seen;
  }

  private static String name(Object header) {
    return String.valueOf(((Map.Entry<?, ?>) header).getKey());
  }

  private static String text(Object header) {
    return String.valueOf(((Map.Entry<?, ?>) header).getValue());
  }
}
