package dev.stockade.e2e.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that takes one connection at a time must not wait for a request that never comes. */
@Tag("matrix")
class RefusedConnectionTest {
  @TempDir Path folder;

  static List<Jdk> jdks() {
    return Jdk.matrix();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aConnectionOfHttpUrlConnectionIsClosedWhenItsRequestIsRefused(Jdk jdk) throws Exception {
    jdk.java();
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(30_000);
      Path hosts =
          Files.writeString(
              folder.resolve("hosts"), "127.0.0.1 localhost orders.s3.eu-west-1.amazonaws.com\n");
      ChildJvm child =
          ChildJvm.on(jdk)
              .with(
                  "-Djdk.net.hosts.file=" + hosts,
                  "-Dapp.tls-port=" + server.getLocalPort(),
                  "-Dapp.clear-port=" + server.getLocalPort())
              .agent(Launch.JAVAAGENT, "mode=enforce")
              .start("AwsUrlCalls", "s3-clear", "wait");
      try (Socket accepted = server.accept()) {
        accepted.setSoTimeout(30_000);

        assertThat(child.awaitLine("s3-clear")).contains("stockade: blocked AWS request");
        assertThat(accepted.getInputStream().read()).isEqualTo(-1);
      }
      child.end().assertHostLived();
    }
  }
}
