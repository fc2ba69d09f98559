package dev.stockade.apps;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** {@link SocketClient} again, on {@link SSLEngine} and a non-blocking channel. */
public final class EngineClient {
  private static final int TIMEOUT_MILLIS = 5_000;

  private final EngineChannel tls;
  private final SelectionKey key;

  private EngineClient(EngineChannel tls, SelectionKey key) {
    this.tls = tls;
    this.key = key;
  }

  public static void main(String[] targets) throws Exception {
    AppOptions options = AppOptions.read();
    SSLContext context = options.clientContext();
    Visits.run(
        options,
        targets,
        (host, port) -> {
          SSLEngine engine = context.createSSLEngine(host, port);
          engine.setUseClientMode(true);
          options.configure(engine);
          SocketChannel channel = SocketChannel.open();
          channel.socket().connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
          channel.configureBlocking(false);
          EngineChannel tls = new EngineChannel(channel, engine);
          return () -> {
            try (Selector selector = Selector.open()) {
              SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
              return new EngineClient(tls, key).converse(options);
            } finally {
              tls.close();
            }
          };
        });
  }

  private String converse(AppOptions options) throws IOException {
    handshake();
    if (options.renegotiate()) {
      send("\r\n"); // HTTP servers pass over an empty line before a request
      options.beforeSecond(tls::enableSuites);
      tls.renegotiate();
      handshake();
    }
    send("GET / HTTP/1.0\r\n\r\n");
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    for (byte[] part = tls.read(); part != null; part = tls.read()) {
      page.write(part, 0, part.length);
      if (part.length == 0) {
        await();
      }
    }
    return Outcome.session(tls.session()) + OpensslPage.facts(OpensslPage.text(page));
  }

  private void handshake() throws IOException {
    while (!tls.handshake()) {
      await();
    }
  }

  private void send(String text) throws IOException {
    tls.write(ByteBuffer.wrap(text.getBytes(US_ASCII)));
    while (!tls.flush()) {
      await();
    }
  }

  private void await() throws IOException {
    key.interestOps(tls.interest());
    key.selector().selectedKeys().clear();
    if (key.selector().select(TIMEOUT_MILLIS) == 0) {
      throw new SocketTimeoutException("the peer is silent");
    }
  }
}
