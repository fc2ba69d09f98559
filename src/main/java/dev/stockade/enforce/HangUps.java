package dev.stockade.enforce;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;

/**
 * Distinguishes a peer that closed or reset the connection from everything else that ends a
 * handshake.
 */
public final class HangUps {
  private static final int DEEPEST = 5;

  private HangUps() {}

  /**
   * @param words the engine's; may be null
   * @param thrown may be null
   */
  public static boolean is(String words, Throwable thrown) {
    if (words != null && words.contains("close_notify")) {
      return true;
    }
    Throwable at = thrown;
    for (int depth = 0; at != null && depth < DEEPEST; depth++) {
      if (isOne(at)) {
        return true;
      }
      at = at.getCause();
    }
    return false;
  }

  private static boolean isOne(Throwable thrown) {
    if (thrown instanceof InterruptedIOException || thrown instanceof ClosedChannelException) {
      return false;
    }
    String words = String.valueOf(thrown.getMessage());
    if (words.startsWith("Remote host terminated the handshake")) {
      // JSSE's words for an end of the stream; in its HTTP client there is no cause below them.
      return true;
    }
    if (thrown instanceof SocketException) {
      // This side closed it: Socket closed, Socket is closed, Closed by interrupt.
      return !words.contains("losed");
    }
    return thrown instanceof EOFException
        || (thrown instanceof IOException
            && (words.contains("onnection reset") || words.contains("roken pipe")));
  }
}
