package dev.stockade.e2e.tls;

import dev.stockade.e2e.kit.OpensslServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stands before a TLS server and lets one client through, but holds the server's answer back until
 * it is told, so that something can happen in the middle of a handshake.
 */
public final class HeldServer implements AutoCloseable {
  private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final CountDownLatch hello = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final int port;

  public HeldServer(OpensslServer server) throws IOException {
    this(server.port());
  }

  public HeldServer(int port) throws IOException {
    this.port = port;
    start(this::relay);
  }

  public int port() {
    return listening.getLocalPort();
  }

  public String target() {
    return "127.0.0.1:" + listening.getLocalPort();
  }

  /** Until the client has said hello. */
  public void awaitHello() throws InterruptedException {
    if (!hello.await(60, TimeUnit.SECONDS)) {
      throw new AssertionError("no client came to " + target());
    }
  }

  public void release() {
    released.countDown();
  }

  /** Goes to the server with the hello only: one that serves client after client is not blocked. */
  private void relay() {
    byte[] first = new byte[16_384];
    try (Socket client = listening.accept()) {
      int length = client.getInputStream().read(first);
      try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
        server.getOutputStream().write(first, 0, length);
        hello.countDown();
        released.await();
        start(() -> forward(client, server));
        forward(server, client);
      }
    } catch (IOException | InterruptedException e) {
      // The test sees it at the client.
    }
  }

  private static void forward(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // One side has hung up.
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "held-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    release();
    listening.close();
  }
}
