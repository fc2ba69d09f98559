package dev.stockade.journal.report;

import dev.stockade.base.Authority;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.tls.TlsFacts;

/** The peer of a connection in the fewest words. */
final class Destination {
  private Destination() {}

  /**
   * {@code host:port}; for an inbound connection the client's address and our port.
   *
   * @param eachClient whether clients of the same port differ
   */
  static String of(TlsFacts tls, boolean eachClient) {
    if (tls.direction() == Direction.IN) {
      boolean port = tls.localPort() > 0;
      String client = eachClient || !port ? " " + orUnknown(tls.peerName()) : "";
      return port ? "<-" + client + " :" + tls.localPort() : "<-" + client;
    }
    return of(tls);
  }

  /** {@code client 10.0.0.7 of port 8443}, {@code unknown client}. */
  static String ofClient(TlsFacts tls) {
    String client = tls.peerName();
    String who = client == null ? "unknown client" : "client " + client;
    return tls.localPort() > 0 ? who + " of port " + tls.localPort() : who;
  }

  private static String orUnknown(String client) {
    return client == null ? "unknown" : client;
  }

  /** {@code host:port} of an outbound connection. */
  static String of(TlsFacts tls) {
    String host = tls.peerName() != null ? tls.peerName() : tls.sni();
    return Authority.of(host == null ? "?" : host, tls.port());
  }

  /** {@code through proxy:3128}, or an empty string. */
  static String through(TlsFacts tls) {
    String proxy = tls.viaHost() != null ? tls.viaHost() : tls.viaIp();
    return proxy == null ? "" : " through " + Authority.of(proxy, tls.viaPort());
  }
}
