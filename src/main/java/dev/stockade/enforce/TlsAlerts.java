package dev.stockade.enforce;

import java.util.Locale;

/** Fatal alerts of a handshake by their numbers (RFC 8446 section 6) and their names in JSSE. */
public final class TlsAlerts {
  private static final Object[][] NAMES = {
    {40, "HANDSHAKE_FAILURE"},
    {42, "BAD_CERTIFICATE"},
    {43, "UNSUPPORTED_CERTIFICATE"},
    {44, "CERTIFICATE_REVOKED"},
    {45, "CERTIFICATE_EXPIRED"},
    {46, "CERTIFICATE_UNKNOWN"},
    {47, "ILLEGAL_PARAMETER"},
    {48, "UNKNOWN_CA"},
    {49, "ACCESS_DENIED"},
    {50, "DECODE_ERROR"},
    {51, "DECRYPT_ERROR"},
    {70, "PROTOCOL_VERSION"},
    {71, "INSUFFICIENT_SECURITY"},
    {80, "INTERNAL_ERROR"},
    {86, "INAPPROPRIATE_FALLBACK"},
    {112, "UNRECOGNIZED_NAME"},
    {120, "NO_APPLICATION_PROTOCOL"},
  };

  private TlsAlerts() {}

  /** Null for what ends no handshake, as a goodbye does. */
  public static String name(int number) {
    for (Object[] known : NAMES) {
      if (known[0].equals(number)) {
        return (String) known[1];
      }
    }
    return null;
  }

  /** The name as the RFC has it. */
  public static String label(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
