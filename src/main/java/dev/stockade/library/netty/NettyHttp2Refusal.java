package dev.stockade.library.netty;

import dev.stockade.enforce.WeakTable;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
import java.lang.reflect.Method;
import javax.net.ssl.SSLException;

/**
 * Refuses one stream of Netty's HTTP/2 codec; the others of its connection continue.
 *
 * <p>Failing the write's promise is enough for gRPC and Armeria, if it fails before they write the
 * body. A client that has a channel for each stream is notified there first, since the failed write
 * closes that channel, and the close would hide the reason. One that made the stream before its
 * head, as Vert.x does, is notified by an error of the stream, which closes it; Netty sends no
 * reset for a stream that the peer never saw.
 *
 * <p>AWS SDK 2 cleans the channel when it is notified, and then stumbles over the handler that it
 * has removed itself. Its report of that comes late and, if by then the call is tried again, ends
 * the new attempt with an error that says nothing. So it is kept back.
 */
final class NettyHttp2Refusal {
  private final MethodByName handler = new MethodByName("handler");
  private final MethodByName pipeline = new MethodByName("pipeline");
  private final MethodByName fire = new MethodByName("fireExceptionCaught", 1);
  private final MethodByName fail = new MethodByName("tryFailure", 1);
  private final MethodByName isVoid = new MethodByName("isVoid");
  private final MethodByName connection = new MethodByName("connection");
  private final MethodByName stream = new MethodByName("stream", 1);
  private final MethodByName onError = new MethodByName("onError", 3);
  private final MethodByName get = new MethodByName("get", 1);
  private final FieldByName begun = new FieldByName("frameStreamToInitializeMap");
  private final FieldByName attachment = new FieldByName("attachment");

  /** Channels of refused streams that know the reason. */
  private final WeakTable<Boolean> told = new WeakTable<>();

  /** Whether the channel belongs to a refused stream and its handlers know why. */
  boolean isTold(Object channel) {
    return told.get(channel) != null;
  }

  /**
   * Notifies all that wait.
   *
   * @param loads as in {@link NettyHttp2#reached}
   */
  void tell(Object[] loads, SSLException reason) throws Exception {
    boolean knows = false;
    try {
      knows = tellStream(loads[0], loads[1], loads[2], reason);
      tellChannel(loads[1], loads[2], reason);
    } finally {
      // A void promise notifies the whole connection.
      if (!knows || !(Boolean) isVoid.on(loads[4])) {
        fail.on(loads[4], reason);
      }
    }
  }

  private void tellChannel(Object context, Object id, SSLException reason) throws Exception {
    Object streams = begun.ifPresent(handler.on(context));
    Object channel = streams == null ? null : attachment.ifPresent(get.on(streams, id));
    if (channel != null) {
      fire.on(pipeline.on(channel), reason);
      told.put(channel, true);
    }
  }

  private boolean tellStream(Object encoder, Object context, Object id, SSLException reason)
      throws Exception {
    Object codec = handler.on(context);
    if (stream.on(connection.on(encoder), id) == null || !onError.isOn(codec)) {
      return false;
    }
    onError.on(codec, context, true, streamError(encoder.getClass(), (Integer) id, reason));
    return true;
  }

  /** {@code Http2Exception.streamError(id, Http2Error.CANCEL, reason, message)}. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object streamError(Class<?> encoder, int id, SSLException reason)
      throws ReflectiveOperationException {
    Class<?> own = encoder;
    while (!own.getName().endsWith(".DefaultHttp2ConnectionEncoder")) {
      own = own.getSuperclass();
    }
    String inPackage = own.getName().substring(0, own.getName().lastIndexOf('.') + 1);
    Class<?> type = Class.forName(inPackage + "Http2Exception", false, own.getClassLoader());
    Class error = Class.forName(inPackage + "Http2Error", false, own.getClassLoader());
    Method make =
        type.getMethod(
            "streamError", int.class, error, Throwable.class, String.class, Object[].class);
    Object[] words = {reason.getMessage()};
    return make.invoke(null, id, Enum.valueOf(error, "CANCEL"), reason, "%s", words);
  }
}
