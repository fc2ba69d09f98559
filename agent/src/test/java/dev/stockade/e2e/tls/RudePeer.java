package dev.stockade.e2e.tls;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A peer that reads a client's hello and answers with one alert, or with nothing, and is gone. */
public final class RudePeer implements AutoCloseable {
  private static final int WARNING = 1;
  private static final int FATAL = 2;

  private final ServerSocket server;
  private final byte[] answer;
  private final boolean resets;

  private RudePeer(boolean resets, int... alert) throws IOException {
    this.resets = resets;
    this.answer = new byte[alert.length == 0 ? 0 : 7];
    if (alert.length > 0) {
      byte[] record = {21, 3, 1, 0, 2, (byte) alert[0], (byte) alert[1]};
      System.arraycopy(record, 0, answer, 0, record.length);
    }
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "rude-peer");
    thread.setDaemon(true);
    thread.start();
  }

  public static RudePeer thatCloses() throws IOException {
    return new RudePeer(false);
  }

  static RudePeer thatResets() throws IOException {
    return new RudePeer(true);
  }

  static RudePeer thatSaysCloseNotify() throws IOException {
    return new RudePeer(false, WARNING, 0);
  }

  public static RudePeer thatAnswers(int alert) throws IOException {
    return new RudePeer(false, FATAL, alert);
  }

  public String target() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] head = new byte[5];
        in.readFully(head);
        in.readFully(new byte[(head[3] & 255) << 8 | (head[4] & 255)]);
        socket.getOutputStream().write(answer);
        if (resets) {
          socket.setSoLinger(true, 0);
        }
      } catch (IOException e) {
        // The client is gone, or the test is over.
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
