package dev.stockade.apps;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** {@link SocketServer} again, on {@link SSLEngine}, with all connections on one thread. */
public final class EngineServer {
  private static final int SWEEP_MILLIS = 100;

  private final AppOptions options;
  private final SSLContext context;
  private final Selector selector;

  private EngineServer(AppOptions options, SSLContext context, Selector selector) {
    this.options = options;
    this.context = context;
    this.selector = selector;
  }

  public static void main(String[] args) throws Exception {
    AppOptions options = AppOptions.read();
    SSLContext context = options.serverContext();
    try (Selector selector = Selector.open();
        ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      server.configureBlocking(false);
      server.register(selector, SelectionKey.OP_ACCEPT);
      StandardInput.ready(server.socket().getLocalPort());
      new EngineServer(options, context, selector).serve(server);
    }
  }

  private void serve(ServerSocketChannel server) throws IOException {
    while (true) {
      selector.select(SWEEP_MILLIS);
      for (SelectionKey key : selector.selectedKeys()) {
        if (key.isValid() && key.isAcceptable()) {
          accept(server.accept());
        }
      }
      selector.selectedKeys().clear();
      for (SelectionKey key : selector.keys()) {
        if (key.isValid() && key.attachment() != null) {
          ((EngineGreeting) key.attachment()).advance(key);
        }
      }
    }
  }

  private void accept(SocketChannel channel) throws IOException {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    options.configure(engine);
    if (options.takeWait()) {
      StandardInput.awaitLineInServer();
    }
    channel.configureBlocking(false);
    EngineChannel tls = new EngineChannel(channel, engine);
    channel.register(
        selector, SelectionKey.OP_READ, new EngineGreeting(tls, options.renegotiate()));
  }
}
