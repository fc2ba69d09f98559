package dev.stockade.e2e.server;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Library;
import dev.stockade.e2e.kit.OpensslClient;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.Ports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A gRPC server on gRPC's own copy of Netty, which brings BoringSSL instead of the JDK's TLS. */
final class GrpcServer implements ApplicationServer {
  static final Library GRPC =
      Library.of("io.grpc:grpc-netty-shaded:1.85.1", "io.grpc:grpc-stub:1.85.1");

  private final int port = Ports.free();
  private final String[] options;

  GrpcServer() throws IOException {
    this(
        "-Dapp.protocols=TLSv1.3,TLSv1.2,TLSv1.1",
        "-Dapp.suites=" + String.join(",", WEAK_AND_STRONG_SUITES));
  }

  GrpcServer(String... options) throws IOException {
    this.options = options;
  }

  @Override
  public ChildJvm start(ChildJvm child) throws Exception {
    child
        .library(GRPC)
        .with("-Dapp.keystore=" + Keys.keyStore(), "-Dapp.password=" + Keys.PASSWORD)
        .with("-Dapp.port=" + port)
        .with(options)
        .start("GrpcServer");
    child.awaitListener(port);
    return child;
  }

  @Override
  public int port() {
    return port;
  }

  /** It answers none but those who ask for HTTP/2 in the handshake. */
  @Override
  public String visit(Peer client) throws Exception {
    List<String> limits = new ArrayList<>(client.limits);
    limits.addAll(List.of("-alpn", "h2"));
    return OpensslClient.shakeHands(port, limits);
  }
}
