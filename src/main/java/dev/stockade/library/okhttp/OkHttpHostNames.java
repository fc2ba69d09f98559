package dev.stockade.library.okhttp;

import dev.stockade.enforce.ClientVerification;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.FieldByName;

/** Notes the host name verifier that OkHttp asks after the handshake that follows. */
final class OkHttpHostNames implements HookHandler {
  private final ClientVerification checks;
  private final FieldByName route = new FieldByName("route");
  private final FieldByName address = new FieldByName("address");
  private final FieldByName hostnameVerifier = new FieldByName("hostnameVerifier");
  private final FieldByName url = new FieldByName("url");
  private final FieldByName host = new FieldByName("host");

  OkHttpHostNames(ClientVerification checks) {
    this.checks = checks;
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    Object of = address.ifPresent(route.ifPresent(loads[0]));
    checks.verifier(hostnameVerifier.ifPresent(of), host.ifPresent(url.ifPresent(of)));
    return value;
  }
}
