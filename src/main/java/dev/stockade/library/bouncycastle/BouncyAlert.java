package dev.stockade.library.bouncycastle;

import dev.stockade.enforce.HangUps;
import dev.stockade.enforce.TlsAlerts;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.tls.Failure;
import dev.stockade.policy.tls.Offer;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
import java.util.Arrays;

/** Works out what an alert in Bouncy Castle's handshake is about. */
final class BouncyAlert {
  private final BouncyNames names;
  private final FieldByName handshakeComplete = new FieldByName("handshakeComplete");
  private final FieldByName offeredCipherSuites = new FieldByName("offeredCipherSuites");
  private final FieldByName selectedCipherSuite = new FieldByName("selectedCipherSuite");
  private final FieldByName context = new FieldByName("context");
  private final FieldByName clientSupportedVersions = new FieldByName("clientSupportedVersions");
  private final FieldByName negotiatedVersion = new FieldByName("negotiatedVersion");
  private final MethodByName getSecurityParameters = new MethodByName("getSecurityParameters");

  BouncyAlert(BouncyNames names) {
    this.names = names;
  }

  boolean isHandshakeComplete(Object peer) throws ReflectiveOperationException {
    return Boolean.TRUE.equals(handshakeComplete.ifPresent(peer));
  }

  /**
   * An alert that a client sends says nothing about what was offered. And a connection that breaks
   * off is the same alert here as nothing in common, so that counts only in a server that knows
   * what is asked for, and has chosen nothing yet.
   *
   * @param offer what this side offered or accepted, before anything was taken out
   */
  Failure failure(
      Object peer,
      Direction direction,
      String alert,
      boolean received,
      Throwable cause,
      Offer offer)
      throws Exception {
    String why = (received ? "Received fatal alert: " : "") + TlsAlerts.label(alert);
    boolean client = direction == Direction.OUT;
    boolean brokeOff = alert.equals("HANDSHAKE_FAILURE") || HangUps.is(null, cause);
    if (client && !received && brokeOff && !hasAnswer(peer)) {
      return Failure.hungUp(alert, why);
    }
    int[] asked = client ? null : (int[]) offeredCipherSuites.ifPresent(peer);
    boolean nothingInCommon = asked != null && !hasChosen(peer);
    if (received ? !client : alert.equals("HANDSHAKE_FAILURE") && !nothingInCommon) {
      return Failure.other(alert, why);
    }
    Failure failure = Failure.toAgree(received, alert, why);
    return asked == null || offer.isUnknown()
        ? failure
        : failure.inCommon(inCommon(peer, asked, offer));
  }

  /** Whether the server's hello has come. */
  private boolean hasAnswer(Object client) throws Exception {
    Object parameters = getSecurityParameters.on(context.of(client));
    return parameters != null && negotiatedVersion.ifPresent(parameters) != null;
  }

  private boolean hasChosen(Object server) throws ReflectiveOperationException {
    return !Integer.valueOf(-1).equals(selectedCipherSuite.ifPresent(server));
  }

  private Offer inCommon(Object server, int[] asked, Offer offer) throws Exception {
    Object versions = clientSupportedVersions.ifPresent(context.ifPresent(server));
    return offer.among(
        versions == null ? null : Arrays.asList(names.protocols(versions)),
        Arrays.asList(names.suites(server.getClass(), asked)));
  }
}
