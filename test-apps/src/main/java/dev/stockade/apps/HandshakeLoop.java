package dev.stockade.apps;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Both ends of TLS in one JVM, for as long as standard input is open: {@code threads pause}, each
 * thread makes one connection after the other to a thread of its own and rests for so many
 * milliseconds between. Prints {@code ready 0}, and at the end {@code connections N failed N}; each
 * failure stands on stderr.
 */
public final class HandshakeLoop {
  private final AtomicLong connections = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final long pause;
  private volatile boolean ended;

  private HandshakeLoop(long pause) {
    this.pause = pause;
  }

  public static void main(String[] args) throws Exception {
    HandshakeLoop loop = new HandshakeLoop(Long.parseLong(args[1]));
    SSLServerSocketFactory servers = AppOptions.read().serverContext().getServerSocketFactory();
    SSLSocketFactory clients = (SSLSocketFactory) SSLSocketFactory.getDefault();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(args[0]); i++) {
      SSLServerSocket server =
          (SSLServerSocket) servers.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
      Thread acceptor = new Thread(() -> loop.serve(server), "server-" + i);
      acceptor.setDaemon(true);
      acceptor.start();
      threads.add(new Thread(() -> loop.connect(clients, server.getLocalPort()), "client-" + i));
    }
    for (Thread thread : threads) {
      thread.start();
    }
    Outcome.say("ready 0");
    while (System.in.read() >= 0) {
      // only the end matters
    }
    loop.ended = true;
    for (Thread thread : threads) {
      thread.join();
    }
    Outcome.say("connections " + loop.connections + " failed " + loop.failed);
  }

  private void connect(SSLSocketFactory factory, int port) {
    while (!ended) {
      try (SSLSocket socket = (SSLSocket) factory.createSocket("127.0.0.1", port)) {
        socket.getOutputStream().write("hello\n".getBytes(US_ASCII));
        drain(socket.getInputStream());
        socket.getSession().invalidate();
        connections.incrementAndGet();
        Thread.sleep(pause);
      } catch (IOException | InterruptedException e) {
        fail("client", e);
      }
    }
  }

  private void serve(SSLServerSocket server) {
    while (true) {
      try (SSLSocket socket = (SSLSocket) server.accept()) {
        InputStream in = socket.getInputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
          // the client's one line
        }
        socket.getOutputStream().write("hello\n".getBytes(US_ASCII));
      } catch (IOException e) {
        fail("server", e);
      }
    }
  }

  private void fail(String end, Exception e) {
    failed.incrementAndGet();
    System.err.println(end + " " + Outcome.failed(e));
  }

  private static void drain(InputStream in) throws IOException {
    while (in.read() >= 0) {
      // only the end matters
    }
  }
}
