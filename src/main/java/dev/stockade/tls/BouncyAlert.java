package dev.stockade.tls;

import dev.stockade.policy.Direction;
import dev.stockade.weave.Member;

/** What an alert in Bouncy Castle's handshake is about. */
final class BouncyAlert {
  private final Member handshakeComplete = new Member("handshakeComplete");
  private final Member offeredCipherSuites = new Member("offeredCipherSuites");
  private final Member selectedCipherSuite = new Member("selectedCipherSuite");

  boolean isHandshakeComplete(Object peer) throws ReflectiveOperationException {
    return Boolean.TRUE.equals(handshakeComplete.ifPresent(peer));
  }

  /**
   * Whether the two sides may have failed to agree. An alert that a client sends tells nothing of
   * that. And a connection that breaks off is the same alert here as nothing in common, so that
   * counts only in a server that knows what is asked for, and has chosen nothing yet.
   */
  boolean isAboutTheOffer(Object peer, Direction direction, String alert, boolean received)
      throws ReflectiveOperationException {
    if (received) {
      return direction == Direction.OUT;
    }
    return !alert.equals("HANDSHAKE_FAILURE")
        || (direction == Direction.IN
            && offeredCipherSuites.ifPresent(peer) != null
            && Integer.valueOf(-1).equals(selectedCipherSuite.ifPresent(peer)));
  }
}
