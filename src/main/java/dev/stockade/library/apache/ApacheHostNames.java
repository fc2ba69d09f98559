package dev.stockade.library.apache;

import dev.stockade.enforce.ClientVerification;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.FieldByName;
import javax.net.ssl.SSLEngine;

/** Notes the host name verifier that Apache's clients ask after the handshake that follows. */
final class ApacheHostNames implements HookHandler {
  static final int ENGINE = 0;
  static final int SOCKET = 1;

  private final ClientVerification checks;
  private final FieldByName hostnameVerifier = new FieldByName("hostnameVerifier");

  ApacheHostNames(ClientVerification checks) {
    this.checks = checks;
  }

  /** Loads: who has the verifier, then the engine or the host. */
  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    Object verifier = hostnameVerifier.ifPresent(loads[0]);
    if (id == ENGINE) {
      checks.verifierOf((SSLEngine) loads[1], verifier);
    } else {
      checks.verifier(verifier, loads[1]);
    }
    return value;
  }
}
