package dev.stockade.library.jdk;

import dev.stockade.enforce.ClientHello;
import dev.stockade.enforce.HangUps;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.tls.Failure;
import dev.stockade.policy.tls.Offer;

/**
 * Relates a failure of the JDK's own TLS to what was offered. A server knows its client's hello, so
 * that nothing counts that the client did not ask for.
 */
final class JsseFailures {
  /** A server of TLS 1.3 looks for one after it has chosen version and cipher suite. */
  private static final String NO_GROUP = "No common named group";

  private final TransportContextReader jsse;
  private final JsseHelloReader hellos = new JsseHelloReader();
  private final JsseNumbers numbers = new JsseNumbers();

  JsseFailures(TransportContextReader jsse) {
    this.jsse = jsse;
  }

  /**
   * @param handshake null where there is none any more, or not yet
   * @param alert the alert by its name in JSSE
   * @param diagnostic JSSE's words; may be null
   * @param offer what this side offered or accepted, before anything was taken out
   */
  Failure of(
      Object handshake,
      Direction direction,
      String alert,
      String diagnostic,
      Throwable cause,
      Offer offer)
      throws ReflectiveOperationException {
    String why = reasonOf(diagnostic, cause);
    if (handshake == null || (jsse.hasAgreed(handshake) && !NO_GROUP.equals(diagnostic))) {
      return Failure.other(alert, why);
    }
    boolean client = direction == Direction.OUT;
    if (client && HangUps.is(diagnostic, cause)) {
      return Failure.hungUp(alert, why);
    }
    boolean received = diagnostic != null && diagnostic.contains("Received fatal alert");
    if (cause != null || (received && !client)) {
      // The connection broke off, or the alert of a client that has not said hello.
      return Failure.other(alert, why);
    }
    Failure failure = Failure.toAgree(received, alert, why);
    ClientHello hello = client ? null : hellos.of(handshake);
    return hello == null || offer.isUnknown()
        ? failure
        : failure.inCommon(inCommon(offer, hello, handshake));
  }

  private Offer inCommon(Offer offer, ClientHello hello, Object handshake)
      throws ReflectiveOperationException {
    numbers.learn(jsse.offeredProtocols(handshake));
    numbers.learn(jsse.offeredSuites(handshake));
    if (!offer.groups().isEmpty()) {
      numbers.learn(new JsseGroups(handshake).constants());
    }
    return numbers.inCommon(offer, hello, jsse.negotiatedProtocol(handshake));
  }

  private static String reasonOf(String diagnostic, Throwable cause) {
    String words = cause == null ? null : cause.getMessage();
    if (diagnostic == null || words == null || words.equals(diagnostic)) {
      return diagnostic == null ? words : diagnostic;
    }
    return diagnostic + ": " + words;
  }
}
