package dev.stockade.library.conscrypt;

import dev.stockade.enforce.OpenSslFailure;
import dev.stockade.policy.tls.Failure;
import java.util.regex.Pattern;

/**
 * Reads Conscrypt's message about a failed handshake: {@code SSL handshake aborted:
 * ssl=0x7fa1b847bf38: Failure in SSL library, usually a protocol error} and on the next line {@code
 * error:100000f0:SSL routines:OPENSSL_internal:UNSUPPORTED_PROTOCOL (../ssl/ssl_versions.cc:321
 * 0x7fa1bc3a96c9:0x00000000)}. Addresses are left out, which would make each failure a new fact.
 */
final class BoringSslFailure {
  private static final String REASON = "OPENSSL_internal:";

  private static final Pattern ADDRESS = Pattern.compile("(ssl=)?0x[0-9a-fA-F]+(: ?)?");

  private final String why;

  /** Reads the reason as OpenSSL's, which has the same words. */
  private final OpenSslFailure failure;

  /**
   * @param words the exception's message; may be null
   */
  BoringSslFailure(String words) {
    this.why = words == null ? null : reason(words);
    this.failure = new OpenSslFailure(why);
  }

  private static String reason(String words) {
    int at = words.indexOf(REASON);
    if (at < 0) {
      return ADDRESS.matcher(words).replaceAll("");
    }
    int end = words.indexOf(' ', at);
    return words.substring(at + REASON.length(), end < 0 ? words.length() : end);
  }

  /** The alert by its name in JSSE; {@code UNEXPECTED_MESSAGE} where the words name none. */
  String alert() {
    return failure.alert();
  }

  /** Conscrypt's words without what differs each time; null for none. */
  String why() {
    return why;
  }

  /** See {@link OpenSslFailure#of}. */
  Failure of(boolean client) {
    return failure.of(client);
  }

  /** See {@link OpenSslFailure#isAboutTheOffer}. */
  boolean isAboutTheOffer(boolean client) {
    return failure.isAboutTheOffer(client);
  }
}
