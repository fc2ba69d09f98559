package dev.stockade.library.okhttp;

import dev.stockade.enforce.ClientChecks;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.Member;

/** Which host name verifier OkHttp asks after the handshake that follows. */
final class OkHttpHostNames implements HookHandler {
  private final ClientChecks checks;
  private final Member route = new Member("route");
  private final Member address = new Member("address");
  private final Member hostnameVerifier = new Member("hostnameVerifier");
  private final Member url = new Member("url");
  private final Member host = new Member("host");

  OkHttpHostNames(ClientChecks checks) {
    this.checks = checks;
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    Object of = address.ifPresent(route.ifPresent(loads[0]));
    checks.verifier(hostnameVerifier.ifPresent(of), host.ifPresent(url.ifPresent(of)));
    return value;
  }
}
