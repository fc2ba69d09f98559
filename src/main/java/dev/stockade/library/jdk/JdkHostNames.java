package dev.stockade.library.jdk;

import dev.stockade.enforce.ClientVerification;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.FieldByName;
import javax.net.ssl.SSLEngine;

/** Notes whether the JDK's HTTP clients check the host name of the handshake that follows. */
final class JdkHostNames implements HookHandler {
  static final int URL_CONNECTION = 0;
  static final int HTTP_CLIENT = 1;

  private static final String NO_HOST_CHECK =
      "java.net.http.HttpClient under the system property"
          + " jdk.internal.httpclient.disableHostnameVerification";

  private final ClientVerification checks;
  private final FieldByName hv = new FieldByName("hv");
  private final FieldByName host = new FieldByName("host");

  JdkHostNames(ClientVerification checks) {
    this.checks = checks;
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    if (id == URL_CONNECTION) {
      checks.verifier(hv.ifPresent(loads[0]), host.ifPresent(loads[0]));
    } else {
      engine((SSLEngine) value);
    }
    return value;
  }

  /** The client checks names by the engine's parameters, unless a property forbids it. */
  private void engine(SSLEngine engine) {
    String algorithm = engine.getSSLParameters().getEndpointIdentificationAlgorithm();
    if (algorithm == null || algorithm.isEmpty()) {
      checks.unnamed(engine, NO_HOST_CHECK);
    }
  }
}
