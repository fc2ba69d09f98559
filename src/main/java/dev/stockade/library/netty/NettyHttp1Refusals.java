package dev.stockade.library.netty;

import dev.stockade.enforce.WeakTable;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLException;

/**
 * Refuses requests of Netty's HTTP/1.1 codec so that every client fails at once and with our
 * reason.
 *
 * <p>The exception alone fails the write, and Vert.x waits on for a response. So the pipeline is
 * notified, too, and the connection closed, but only after the write has failed: a client that sees
 * the close first reports that. What follows the head on its way (the body, its end) gets the same
 * exception; the encoder would complain of a body without a head.
 */
final class NettyHttp1Refusals {
  private final MethodByName channel = new MethodByName("channel");
  private final MethodByName eventLoop = new MethodByName("eventLoop");
  private final MethodByName pipeline = new MethodByName("pipeline");
  private final MethodByName fire = new MethodByName("fireExceptionCaught", 1);
  private final MethodByName close = new MethodByName("close");
  private final MethodByName release = new MethodByName("release");

  /** Where the encoder has a list of what it made, it writes itself and owns the message. */
  private final FieldByName writes = new FieldByName("out");

  private final WeakTable<SSLException> refused = new WeakTable<>();

  private volatile boolean any;

  /** What this encoder has been refused with; null when it has not. */
  SSLException before(Object encoder) {
    return any ? refused.get(encoder) : null;
  }

  /** The caller throws the exception then. */
  void refuse(Object encoder, Object context, Object message, SSLException refusal)
      throws Exception {
    Object connection = channel.on(context);
    refused.put(encoder, refusal);
    any = true;
    ((Executor) eventLoop.on(connection)).execute(() -> end(connection, refusal));
    release(encoder, message);
  }

  /** Frees the buffer of a message that will not be encoded, where nothing else does. */
  void release(Object encoder, Object message) throws Exception {
    if (writes.ifPresent(encoder) != null && release.isOn(message)) {
      release.on(message);
    }
  }

  private void end(Object connection, SSLException refusal) {
    try {
      fire.on(pipeline.on(connection), refusal);
      close.on(connection);
    } catch (Exception e) {
      // The host's handlers threw, or the channel is gone: there is no one left to notify.
    }
  }
}
