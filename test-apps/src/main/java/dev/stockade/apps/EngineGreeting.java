package dev.stockade.apps;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.util.concurrent.TimeUnit;

/**
 * One connection of {@link EngineServer}: handshake, greeting, perhaps a second handshake, then the
 * client's request is read until it pauses, and the connection closed.
 */
final class EngineGreeting {
  private static final long TIMEOUT_MILLIS = 5_000;
  private static final long QUIET_MILLIS = 300;

  private final EngineChannel tls;
  private boolean renegotiate;
  private boolean greeted;
  private long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TIMEOUT_MILLIS);

  EngineGreeting(EngineChannel tls, boolean renegotiate) {
    this.tls = tls;
    this.renegotiate = renegotiate;
  }

  /** Goes as far as the connection allows, which the selector thread asks for again and again. */
  void advance(SelectionKey key) throws IOException {
    try {
      if (step()) {
        tls.close();
      } else {
        key.interestOps(tls.interest());
      }
    } catch (IOException e) {
      Outcome.say(Outcome.failed(e));
      tls.close();
    }
  }

  /** True when the connection is done with. */
  private boolean step() throws IOException {
    if (!tls.handshake()) {
      return late(false);
    }
    if (!greeted) {
      greet();
    }
    if (!tls.flush()) {
      return late(false);
    }
    if (renegotiate) {
      renegotiate = false;
      tls.renegotiate();
      return step();
    }
    byte[] part = tls.read();
    return part == null || endsRequest(part) || late(true);
  }

  private void greet() throws IOException {
    String session = Outcome.session(tls.session());
    tls.write(ByteBuffer.wrap(("hello " + session + "\n").getBytes(US_ASCII)));
    Outcome.say("served " + session);
    greeted = true;
    deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS);
  }

  private static boolean endsRequest(byte[] part) {
    return new String(part, US_ASCII).endsWith("\r\n\r\n");
  }

  private boolean late(boolean allowed) throws IOException {
    if (System.nanoTime() - deadline < 0) {
      return false;
    }
    if (!allowed) {
      throw new SocketTimeoutException("the client is silent");
    }
    return true;
  }
}
