package dev.stockade.library.netty;

import dev.stockade.weave.reflect.MethodByName;
import dev.stockade.weave.reflect.TypeByName;
import java.util.Arrays;

/** The body of a Netty message that holds all of it, on the heap; read and not consumed. */
final class NettyBody {
  private static final int MAX = 1 << 20;

  private final TypeByName full = new TypeByName("netty.handler.codec.http.FullHttpRequest");
  private final MethodByName content = new MethodByName("content");
  private final MethodByName hasArray = new MethodByName("hasArray");
  private final MethodByName array = new MethodByName("array");
  private final MethodByName offset = new MethodByName("arrayOffset");
  private final MethodByName reader = new MethodByName("readerIndex");
  private final MethodByName length = new MethodByName("readableBytes");

  /** Null when it is not there, not on the heap, or large. */
  byte[] of(Object message) throws Exception {
    Object buffer = full.isOf(message) ? content.on(message) : null;
    if (buffer == null || !(Boolean) hasArray.on(buffer) || (Integer) length.on(buffer) > MAX) {
      return null;
    }
    byte[] bytes = (byte[]) array.on(buffer);
    int from = (Integer) offset.on(buffer) + (Integer) reader.on(buffer);
    int to = from + (Integer) length.on(buffer);
    return from == 0 && to == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, to);
  }
}
