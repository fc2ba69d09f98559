package dev.stockade.library.netty;

import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.TypeByName;

/** The {@code HttpClientCodec} of Netty 3 or 4 that an encoder or a decoder is a half of. */
final class NettyCodec {
  private final FieldByName outer = new FieldByName("this$0");
  private final TypeByName client = new TypeByName("netty.handler.codec.http.HttpClientCodec");

  /** Null where it stands alone, or is a server's. */
  Object of(Object half) throws ReflectiveOperationException {
    Object whole = outer.ifPresent(half);
    return client.isOf(whole) ? whole : null;
  }
}
