package dev.stockade.e2e.server;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.OpensslClient;
import dev.stockade.e2e.kit.Peer;
import java.util.List;

/**
 * A server as its project ships it, configured in its own way to take weak clients too: TLS 1.1 and
 * static RSA beside TLS 1.2 and 1.3.
 */
interface ApplicationServer {
  /** For a server that wants them named: one for TLS 1.3, TLS 1.2, static RSA and TLS 1.1 each. */
  List<String> WEAK_AND_STRONG_SUITES =
      List.of(
          "TLS_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA");

  /** Starts it as its own script does, and waits until it listens. */
  ChildJvm start(ChildJvm child) throws Exception;

  /** Where it speaks TLS, on the loopback address. */
  int port();

  /** What openssl, limited so, says of a visit; with the server's answer when it speaks HTTP. */
  default String visit(Peer client) throws Exception {
    return OpensslClient.connect(port(), client.limits);
  }
}
