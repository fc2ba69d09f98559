package dev.stockade.journal;

import dev.stockade.policy.Authority;
import dev.stockade.policy.Direction;
import dev.stockade.policy.TlsFacts;

/** The other end of a connection in the fewest words. */
final class Destination {
  private Destination() {}

  /** {@code host:port}; for an inbound connection our port, else the client's address. */
  static String of(TlsFacts tls) {
    if (tls.direction() == Direction.IN) {
      if (tls.localPort() > 0) {
        return "<- :" + tls.localPort();
      }
      return tls.ip() == null ? "<- ?" : "<- " + tls.ip();
    }
    String host = tls.host() != null ? tls.host() : tls.ip() != null ? tls.ip() : tls.sni();
    return Authority.of(host == null ? "?" : host, tls.port());
  }
}
