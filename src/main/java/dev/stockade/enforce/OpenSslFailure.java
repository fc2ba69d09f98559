package dev.stockade.enforce;

import dev.stockade.policy.tls.Failure;
import java.util.Locale;

/**
 * Reads the message of OpenSSL or BoringSSL about a failed handshake, such as {@code
 * error:1000042e:SSL routines:OPENSSL_internal:TLSV1_ALERT_PROTOCOL_VERSION}. OpenSSL writes the
 * reason in small letters with blanks.
 */
public final class OpenSslFailure {
  /** A part of the reason, and the alert by its name in JSSE. */
  private static final String[][] ALERTS = {
    {"PROTOCOL_VERSION", "PROTOCOL_VERSION"},
    {"UNSUPPORTED_PROTOCOL", "PROTOCOL_VERSION"},
    {"INSUFFICIENT_SECURITY", "INSUFFICIENT_SECURITY"},
    {"HANDSHAKE_FAILURE", "HANDSHAKE_FAILURE"},
    {"NO_SHARED_CIPHER", "HANDSHAKE_FAILURE"},
    {"NO_CIPHERS_AVAILABLE", "HANDSHAKE_FAILURE"},
    {"CERTIFICATE_VERIFY_FAILED", "CERTIFICATE_UNKNOWN"},
  };

  private final String words;
  private final String reason;

  /**
   * @param words the exception's message; may be null
   */
  public OpenSslFailure(String words) {
    this.words = words;
    String said = words == null ? "" : words;
    this.reason = said.substring(said.lastIndexOf(':') + 1).toUpperCase(Locale.ROOT);
  }

  /** The alert by its name in JSSE; {@code UNEXPECTED_MESSAGE} where the words name none. */
  public String alert() {
    String plain = reason.replace(' ', '_');
    for (String[] known : ALERTS) {
      if (plain.contains(known[0])) {
        return known[1];
      }
    }
    return "UNEXPECTED_MESSAGE";
  }

  /** The engine's words; null for none. */
  String why() {
    return words;
  }

  /** What it has to do with the offer. */
  public Failure of(boolean client) {
    return isAboutTheOffer(client)
        ? Failure.toAgree(isReceived(), alert(), words)
        : Failure.other(alert(), words);
  }

  /**
   * Whether the two sides failed to agree; an alert that a client sends says nothing about that.
   */
  public boolean isAboutTheOffer(boolean client) {
    return client || !isReceived();
  }

  private boolean isReceived() {
    return reason.contains("ALERT");
  }
}
