package dev.stockade.policy.tls;

import java.util.Locale;

/**
 * What became of the client's certificate in a handshake, by the name in {@code tls.clientAuth}.
 */
public enum ClientAuth {
  /** The server did not ask for one. */
  NONE,
  /** The server asked, and got none. */
  ASKED,
  GIVEN;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The name in records. */
  public String label() {
    return label;
  }
}
