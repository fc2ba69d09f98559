package dev.stockade.library.jdk;

import dev.stockade.enforce.Enforcement;
import dev.stockade.enforce.HandOver;
import dev.stockade.weave.reflect.MethodByName;
import java.net.URI;

/** Calls of {@code java.net.http.HttpClient}, which all go through threads of its own. */
final class JdkHandOver extends HandOver {
  private static final String OWN = "jdk.internal.net.http.";

  private final MethodByName uri = new MethodByName("uri");

  JdkHandOver(Enforcement enforcement) {
    super(enforcement);
  }

  /** A request of the application's own making may do anything when it is asked. */
  @Override
  protected String host(int id, Object request) throws Exception {
    boolean isOwn = request.getClass().getName().startsWith(OWN);
    return isOwn ? ((URI) uri.on(request)).getHost() : null;
  }
}
