package dev.stockade.library.netty;

import dev.stockade.weave.reflect.Call;
import dev.stockade.weave.reflect.Subtype;
import java.util.Arrays;

/** The body of a Netty message that holds all of it, on the heap; read and not consumed. */
final class NettyBody {
  private static final int MOST = 1 << 20;

  private final Subtype full = new Subtype("netty.handler.codec.http.FullHttpRequest");
  private final Call content = new Call("content");
  private final Call hasArray = new Call("hasArray");
  private final Call array = new Call("array");
  private final Call offset = new Call("arrayOffset");
  private final Call reader = new Call("readerIndex");
  private final Call length = new Call("readableBytes");

  /** Null when it is not there, not on the heap, or large. */
  byte[] of(Object message) throws Exception {
    Object buffer = full.isOf(message) ? content.on(message) : null;
    if (buffer == null || !(Boolean) hasArray.on(buffer) || (Integer) length.on(buffer) > MOST) {
      return null;
    }
    byte[] bytes = (byte[]) array.on(buffer);
    int from = (Integer) offset.on(buffer) + (Integer) reader.on(buffer);
    int to = from + (Integer) length.on(buffer);
    return from == 0 && to == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, to);
  }
}
