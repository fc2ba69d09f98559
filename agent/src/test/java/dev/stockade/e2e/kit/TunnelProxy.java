package dev.stockade.e2e.kit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A proxy on loopback for CONNECT and SOCKS 5, which takes every name for its own machine. */
public final class TunnelProxy implements AutoCloseable {
  private static final int SOCKS = 5;
  private static final int NAME = 3;

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

  public TunnelProxy() throws IOException {
    inBackground(
        () -> {
          while (true) {
            Socket client = listener.accept();
            inBackground(() -> serve(client));
          }
        });
  }

  public int port() {
    return listener.getLocalPort();
  }

  private static void serve(Socket client) throws IOException {
    DataInputStream in = new DataInputStream(client.getInputStream());
    OutputStream out = client.getOutputStream();
    int first = in.read();
    Socket target;
    if (first == SOCKS) {
      in.readFully(new byte[in.read()]);
      out.write(new byte[] {SOCKS, 0});
      in.readFully(new byte[3]);
      int kind = in.read();
      in.readFully(new byte[kind == NAME ? in.read() : kind == 1 ? 4 : 16]);
      target = new Socket(InetAddress.getLoopbackAddress(), in.readUnsignedShort());
      out.write(new byte[] {SOCKS, 0, 0, 1, 0, 0, 0, 0, 0, 0});
    } else {
      StringBuilder head = new StringBuilder().append((char) first);
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.readUnsignedByte());
      }
      String place = head.toString().split(" ", 3)[1];
      int port = Integer.parseInt(place.substring(place.lastIndexOf(':') + 1));
      target = new Socket(InetAddress.getLoopbackAddress(), port);
      out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
    }
    inBackground(() -> pump(target, client));
    pump(client, target);
  }

  private static void pump(Socket from, Socket to) throws IOException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      in.transferTo(to.getOutputStream());
    }
  }

  private static void inBackground(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // The end of a connection, or of the proxy.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private interface Work {
    void run() throws IOException;
  }
}
