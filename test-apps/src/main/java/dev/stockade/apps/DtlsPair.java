package dev.stockade.apps;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/**
 * DTLS between two engines of one JVM, whose packets never leave memory: {@code app.context} names
 * the version, the client's protocols and suites are those of {@link AppOptions}. Needs JDK 9.
 */
public final class DtlsPair {
  private static final int MAX_STEPS = 1_000;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SSLEngine engine;
  private final Queue<ByteBuffer> received = new ArrayDeque<>();
  private DtlsPair peer;

  private DtlsPair(SSLEngine engine, boolean client) {
    this.engine = engine;
    engine.setUseClientMode(client);
  }

  public static void main(String[] arguments) throws Exception {
    AppOptions options = AppOptions.read();
    SSLContext context = options.serverContext();
    DtlsPair client = new DtlsPair(context.createSSLEngine("dtls.internal", 5684), true);
    DtlsPair server = new DtlsPair(context.createSSLEngine(), false);
    options.configure(client.engine);
    client.peer = server;
    server.peer = client;
    Outcome.report("dtls", () -> shakeHands(client, server));
  }

  private static String shakeHands(DtlsPair client, DtlsPair server) throws IOException {
    client.engine.beginHandshake();
    server.engine.beginHandshake();
    for (int i = 0; i < MAX_STEPS; i++) {
      if (client.isDone() && server.isDone()) {
        return Outcome.session(client.engine.getSession());
      }
      client.step();
      server.step();
    }
    throw new IOException("the two do not come to an end");
  }

  private boolean isDone() {
    return engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING
        && engine.getSession().getCipherSuite().startsWith("TLS_");
  }

  private void step() throws IOException {
    HandshakeStatus status = engine.getHandshakeStatus();
    if (status == HandshakeStatus.NEED_TASK) {
      for (Runnable t = engine.getDelegatedTask(); t != null; t = engine.getDelegatedTask()) {
        t.run();
      }
    } else if (status == HandshakeStatus.NEED_WRAP) {
      ByteBuffer packet = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
      engine.wrap(NOTHING, packet);
      packet.flip();
      if (packet.hasRemaining()) {
        peer.received.add(packet);
      }
    } else if (status.name().equals("NEED_UNWRAP_AGAIN")) {
      unwrap(NOTHING);
    } else if (!received.isEmpty()) {
      unwrap(received.remove());
    }
  }

  private void unwrap(ByteBuffer packet) throws IOException {
    ByteBuffer plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
    SSLEngineResult result = engine.unwrap(packet, plain);
    if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
      throw new IOException("closed");
    }
  }
}
