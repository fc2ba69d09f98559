package dev.stockade.library;

import dev.stockade.enforce.ClientChecks;
import dev.stockade.weave.Library;
import dev.stockade.weave.reflect.Member;
import javax.net.ssl.SSLEngine;

/**
 * Where HTTP clients are about to shake hands, and will ask a host name verifier of their own when
 * that is done. The verifier is told to {@link ClientChecks}, which has it for the handshake that
 * follows on this thread.
 */
final class HostChecks implements Library {
  private static final int HTTP_URL_CONNECTION = 0;
  private static final int JDK_HTTP_CLIENT = 1;
  private static final int OKHTTP = 2;
  private static final int OKHTTP5 = 3;
  private static final int ASYNC_APACHE5 = 4;

  private static final String NO_HOST_CHECK =
      "java.net.http.HttpClient under the system property"
          + " jdk.internal.httpclient.disableHostnameVerification";

  private final ClientChecks checks;
  private final Member hv = new Member("hv");
  private final Member host = new Member("host");
  private final Member hostnameVerifier = new Member("hostnameVerifier");
  private final Member route = new Member("route");
  private final Member address = new Member("address");
  private final Member url = new Member("url");

  HostChecks(ClientChecks checks) {
    this.checks = checks;
  }

  @Override
  public Object reached(int place, Object value, Object[] loads) throws Exception {
    switch (place) {
      case HTTP_URL_CONNECTION:
        checks.verifier(hv.ifPresent(loads[0]), host.ifPresent(loads[0]));
        return value;
      case JDK_HTTP_CLIENT:
        engine((SSLEngine) value);
        return value;
      case OKHTTP:
      case OKHTTP5:
        Object of = address.ifPresent(route.ifPresent(loads[0]));
        checks.verifier(hostnameVerifier.ifPresent(of), host.ifPresent(url.ifPresent(of)));
        return value;
      case ASYNC_APACHE5:
        checks.verifierOf((SSLEngine) loads[1], hostnameVerifier.ifPresent(loads[0]));
        return value;
      default:
        checks.verifier(hostnameVerifier.ifPresent(loads[0]), loads[1]);
        return value;
    }
  }

  /** The client checks names by the engine's parameters, unless a property forbids it. */
  private void engine(SSLEngine engine) {
    String algorithm = engine.getSSLParameters().getEndpointIdentificationAlgorithm();
    if (algorithm == null || algorithm.isEmpty()) {
      checks.unnamed(engine, NO_HOST_CHECK);
    }
  }
}
