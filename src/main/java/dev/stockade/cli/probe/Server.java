package dev.stockade.cli.probe;

import java.io.FilterInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A server, and connections to it: one for each hello, none longer than the time limit. */
final class Server {
  private final String host;
  private final InetAddress address;
  private final int port;
  private final int millis;
  private int connections;

  /**
   * @param millis for each connection
   * @throws IOException when the host is not known
   */
  Server(String host, int port, int millis) throws IOException {
    this.host = host;
    this.address = InetAddress.getByName(host);
    this.port = port;
    this.millis = millis;
  }

  InetAddress address() {
    return address;
  }

  int connections() {
    return connections;
  }

  /** For the extension: null where the host is an address. */
  String serverName() {
    boolean isAddress = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
    return isAddress ? null : host;
  }

  /**
   * The answer to a hello.
   *
   * @throws IOException when there is no connection at all
   */
  Answer ask(byte[] hello) throws IOException {
    long end = System.nanoTime() + millis * 1_000_000L;
    try (Socket socket = connect()) {
      try {
        socket.setSoTimeout(millis);
        socket.getOutputStream().write(hello);
        return AnswerReader.read(new UntilEnd(socket, end));
      } catch (IOException e) {
        return Answer.refused("the connection was closed", false);
      }
    }
  }

  /** A new one, which the caller closes. */
  Socket connect() throws IOException {
    Socket socket = new Socket();
    try {
      connections++;
      socket.connect(new InetSocketAddress(address, port), millis);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  int millis() {
    return millis;
  }

  /** Waits for each byte only as long as there is time for the whole. */
  private static final class UntilEnd extends FilterInputStream {
    private final Socket socket;
    private final long end;

    UntilEnd(Socket socket, long end) throws IOException {
      super(socket.getInputStream());
      this.socket = socket;
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      limit();
      return in.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      limit();
      return in.read(bytes, offset, length);
    }

    private void limit() throws IOException {
      long left = (end - System.nanoTime()) / 1_000_000;
      socket.setSoTimeout((int) Math.max(1, left));
    }
  }
}
