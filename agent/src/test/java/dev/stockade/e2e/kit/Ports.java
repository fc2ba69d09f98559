package dev.stockade.e2e.kit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;

/** Ports for servers that cannot choose one themselves. */
public final class Ports {
  private static final long PATIENCE_MILLIS = 120_000;

  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;

  /** Test JVMs that follow each other begin at different ones. */
  private static int next = FIRST + new Random().nextInt(LAST - FIRST);

  private Ports() {}

  /**
   * Below those that systems give to connections: one of them could be taken by a connection,
   * perhaps of the server itself, before the server listens.
   */
  public static synchronized int free() {
    while (true) {
      next = next < LAST ? next + 1 : FIRST;
      try (ServerSocket socket = new ServerSocket(next)) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // Somebody listens there.
      }
    }
  }

  /** Waits until somebody listens; fails with what the server printed when it ends before. */
  public static void awaitListener(int port, Process server, Lines printed) throws Exception {
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
