package dev.stockade.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Ports for servers that cannot choose one themselves. */
final class Ports {
  private static final long PATIENCE_MILLIS = 120_000;

  private Ports() {}

  static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Waits until somebody listens; fails with what the server printed when it ends before. */
  static void awaitListener(int port, Process server, Lines printed) throws Exception {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (true) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        return;
      } catch (IOException e) {
        if (!server.isAlive() || System.currentTimeMillis() > end) {
          server.destroy();
          throw new AssertionError("nobody listens on " + port + ": " + printed.all(), e);
        }
        Thread.sleep(50);
      }
    }
  }
}
