package dev.stockade.library.netty;

import dev.stockade.aws.request.Transport;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
import dev.stockade.weave.reflect.TypeByName;

/**
 * Finds out whether Netty encrypts what a codec writes: a TLS handler stands between codec and
 * wire.
 */
final class NettyTransport {
  private final TypeByName tls = new TypeByName("netty.handler.ssl.SslHandler");
  private final TypeByName tcp = new TypeByName("netty.channel.socket.SocketChannel");
  private final FieldByName wrapped = new FieldByName("ctx");
  private final FieldByName previous = new FieldByName("prev");
  private final MethodByName handler = new MethodByName("handler");
  private final MethodByName channel = new MethodByName("channel");
  private final MethodByName parent = new MethodByName("parent");
  private final MethodByName pipeline = new MethodByName("pipeline");
  private final MethodByName last = new MethodByName("lastContext");

  /**
   * Walks from the codec towards the wire. Asking the pipeline would be simpler, but makes a map of
   * all handlers each time.
   *
   * @param context the {@code ChannelHandlerContext} that the codec writes to
   */
  Transport of(Object context) throws Exception {
    // A codec of two halves hides its context in one that belongs to the half.
    Object inner = wrapped.ifPresent(context);
    Object codec = inner == null ? context : inner;
    if (previous.ifPresent(codec) == null) {
      return Transport.UNKNOWN;
    }
    if (encrypts(codec)) {
      return Transport.TLS;
    }
    // The channel of one HTTP/2 stream is the child of its connection's.
    Object own = channel.on(context);
    Object connection = parent.on(own);
    if (connection != null && encrypts(last.on(pipeline.on(connection)))) {
      return Transport.TLS;
    }
    // Elsewhere the bytes stay on this machine, or QUIC encrypts them.
    return tcp.isOf(own) || tcp.isOf(connection) ? Transport.CLEARTEXT : Transport.UNKNOWN;
  }

  private boolean encrypts(Object context) throws Exception {
    for (Object at = context; at != null; at = previous.of(at)) {
      if (tls.isOf(handler.on(at))) {
        return true;
      }
    }
    return false;
  }
}
