package dev.stockade.enforce;

import dev.stockade.weave.reflect.FieldByName;
import javax.net.ssl.SSLHandshakeException;

/**
 * The message that a program gets for a handshake that failed: our sentence where it was refused,
 * and behind the engine's own words where the narrowed offer is perhaps the cause.
 */
public final class FailureNotice {
  private static final String JOINT = "; ";
  private static final FieldByName MESSAGE = new FieldByName("detailMessage");

  private final String sentence;
  private final boolean replaces;

  FailureNotice(String sentence, boolean replaces) {
    this.sentence = sentence;
    this.replaces = replaces;
  }

  /** The message for an exception that is still to be made. */
  public String message(String own) {
    return replaces || own == null ? sentence : own + JOINT + sentence;
  }

  /** Whether it stands for the engine's words instead of behind them. */
  public boolean replaces() {
    return replaces;
  }

  /**
   * What the program gets for an exception that was made: another one where it was refused, else
   * this one with a longer message, so that its type, its trace and its causes stay.
   */
  public Throwable in(Throwable thrown) throws ReflectiveOperationException {
    if (replaces) {
      SSLHandshakeException ours = new SSLHandshakeException(sentence);
      ours.initCause(thrown);
      return ours;
    }
    extend(thrown);
    return thrown;
  }

  /** Adds the sentence to an exception's message, unless it is there. */
  public void extend(Throwable thrown) throws ReflectiveOperationException {
    Object own = MESSAGE.of(thrown);
    if (own == null || !own.toString().endsWith(sentence)) {
      MESSAGE.setIfPresent(thrown, message((String) own));
    }
  }
}
