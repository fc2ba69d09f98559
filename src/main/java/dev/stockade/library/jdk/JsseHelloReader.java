package dev.stockade.library.jdk;

import dev.stockade.enforce.ClientHello;
import dev.stockade.weave.reflect.FieldByName;
import java.util.List;

/**
 * The client's hello in a server of the JDK's own TLS, which keeps its bytes until it has chosen a
 * cipher suite and so knows with what to hash them.
 */
final class JsseHelloReader {
  private final FieldByName handshakeHash = new FieldByName("handshakeHash");
  private final FieldByName reserves = new FieldByName("reserves");

  /** Null where it is not known. */
  ClientHello of(Object handshake) throws ReflectiveOperationException {
    List<?> kept = (List<?>) reserves.ifPresent(handshakeHash.ifPresent(handshake));
    return kept == null || kept.isEmpty() ? null : ClientHello.read((byte[]) kept.get(0));
  }
}
