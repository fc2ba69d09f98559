package dev.stockade.apps;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/**
 * TLS over a non-blocking channel: every method goes as far as it can without waiting, and the
 * caller returns to it when the channel is ready for {@link #interest}.
 */
final class EngineChannel {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SocketChannel channel;
  private final SSLEngine engine;
  private final ByteBuffer received; // from the peer, encrypted; ready to be filled
  private final ByteBuffer toSend; // for the peer, encrypted; ready to be filled
  private ByteBuffer plain; // from the peer, decrypted; ready to be filled
  private boolean begun;
  private boolean ended;

  EngineChannel(SocketChannel channel, SSLEngine engine) {
    this.channel = channel;
    this.engine = engine;
    SSLSession session = engine.getSession();
    received = ByteBuffer.allocate(session.getPacketBufferSize());
    toSend = ByteBuffer.allocate(2 * session.getPacketBufferSize());
    plain = ByteBuffer.allocate(session.getApplicationBufferSize());
  }

  SSLSession session() {
    return engine.getSession();
  }

  int interest() {
    return toSend.position() > 0 ? SelectionKey.OP_WRITE : SelectionKey.OP_READ;
  }

  /** For the next handshake. */
  void enableSuites(String[] suites) {
    engine.setEnabledCipherSuites(suites);
  }

  /** Starts another handshake on an established connection. */
  void renegotiate() throws IOException {
    engine.beginHandshake();
  }

  /** Moves the handshake on; true once it is complete and all its bytes are sent. */
  boolean handshake() throws IOException {
    try {
      if (!begun) {
        begun = true;
        engine.beginHandshake();
      }
      while (true) {
        HandshakeStatus status = engine.getHandshakeStatus();
        if (status == HandshakeStatus.NEED_TASK) {
          for (Runnable t = engine.getDelegatedTask(); t != null; t = engine.getDelegatedTask()) {
            t.run();
          }
        } else if (status == HandshakeStatus.NEED_WRAP) {
          if (!flush()) {
            return false;
          }
          wrap(NOTHING);
        } else if (status == HandshakeStatus.NOT_HANDSHAKING) {
          return flush();
        } else if (!flush() || !unwrap()) {
          return false;
        } else if (ended) {
          throw new EOFException("the peer closed the connection during the handshake");
        }
      }
    } catch (SSLException e) {
      sendAlert();
      throw e;
    }
  }

  /** Encrypts all the data and sends what the channel takes; the rest goes with later flushes. */
  void write(ByteBuffer data) throws IOException {
    while (data.hasRemaining()) {
      int before = data.remaining();
      wrap(data);
      if (data.remaining() == before
          && engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING) {
        throw new IOException("a handshake is under way");
      }
    }
    flush();
  }

  /** Returns decrypted bytes, an empty array when none are there yet, or null at the end. */
  byte[] read() throws IOException {
    try {
      boolean more = true;
      while (plain.position() == 0 && !ended && more) {
        more = unwrap() && handshake();
      }
    } catch (SSLException e) {
      sendAlert();
      throw e;
    }
    if (plain.position() == 0 && ended) {
      return null;
    }
    plain.flip();
    byte[] taken = new byte[plain.remaining()];
    plain.get(taken);
    plain.clear();
    return taken;
  }

  /** True once nothing is left to send. */
  boolean flush() throws IOException {
    toSend.flip();
    channel.write(toSend);
    toSend.compact();
    return toSend.position() == 0;
  }

  /** Says goodbye as TLS wants it and closes the channel. */
  void close() throws IOException {
    try (SocketChannel closing = channel) {
      engine.closeOutbound();
      if (closing.isOpen()) {
        sendAlert();
      }
    }
  }

  /** Sends a waiting alert or close_notify, as well as a broken connection allows. */
  private void sendAlert() {
    try {
      while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP && !engine.isOutboundDone()) {
        wrap(NOTHING);
      }
      flush();
    } catch (IOException expected) {
      // the caller already has the failure that matters
    }
  }

  private void wrap(ByteBuffer data) throws IOException {
    SSLEngineResult result = engine.wrap(data, toSend);
    switch (result.getStatus()) {
      case BUFFER_OVERFLOW:
        if (!flush()) {
          throw new IOException("the peer reads too slowly");
        }
        break;
      case CLOSED:
        if (data.hasRemaining()) {
          throw new EOFException("the connection is closed for writing");
        }
        break;
      default:
        break;
    }
  }

  /** Takes one record in; false when it is not yet whole. */
  private boolean unwrap() throws IOException {
    while (true) {
      received.flip();
      SSLEngineResult result = engine.unwrap(received, plain);
      received.compact();
      switch (result.getStatus()) {
        case BUFFER_UNDERFLOW:
          int count = channel.read(received);
          if (count == 0) {
            return false;
          } else if (count < 0) {
            ended = true;
            return true;
          }
          break;
        case BUFFER_OVERFLOW:
          ByteBuffer larger =
              ByteBuffer.allocate(plain.position() + session().getApplicationBufferSize());
          plain.flip();
          larger.put(plain);
          plain = larger;
          break;
        case CLOSED:
          ended = true;
          return true;
        default:
          return true;
      }
    }
  }
}
