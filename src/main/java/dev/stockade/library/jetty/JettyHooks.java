package dev.stockade.library.jetty;

import dev.stockade.enforce.Enforcement;
import dev.stockade.enforce.EngineMeeting;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;

/** The rows of Jetty: its HttpClient 9.4 to 12, and its server's TLS. */
public final class JettyHooks implements HookSource {
  private static final int CLIENT = 0;
  private static final int SERVER = 1;
  private static final int ANSWERS = 2;

  private final Enforcement enforcement;

  public JettyHooks(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  @Override
  public void addTo(HookRows rows) {
    add(rows, JettyClient.HTTP1, "client/", "HttpSenderOverHTTP");
    add(rows, JettyClient.HTTP2, "http2/client/", "HttpSenderOverHTTP2");
    rows.add(
        ANSWERS, 0, response("client/HttpReceiver"), response("client/transport/HttpReceiver"));
    String factory = "org/eclipse/jetty/server/SslConnectionFactory";
    rows.add(SERVER, 0, Hook.enter(factory, "newSslConnection", null, 1, 2));
  }

  /** Jetty 9.4, 10 and 11, 12. */
  private static void add(HookRows rows, int id, String client, String sender) {
    rows.add(
        CLIENT,
        id,
        headers(client + "http/" + sender, 3).ifPresent(),
        headers(client + "http/" + sender, 4).ifPresent(),
        headers(client + "transport/internal/" + sender, 4));
  }

  /** The callback is the last of the method's parameters. */
  private static Hook headers(String type, int count) {
    int callback = count - 1;
    return Hook.skip("eclipse/jetty/" + type, "sendHeaders", null, 0, 0, callback)
        .parameters(count)
        .relocated();
  }

  /** Jetty 9.4 to 11, 12. */
  private static Hook response(String type) {
    return Hook.enter("eclipse/jetty/" + type, "responseHeaders", null, 0).relocated();
  }

  @Override
  public HookHandler handler(int number) {
    switch (number) {
      case CLIENT:
        return new JettyClient(enforcement.aws());
      case SERVER:
        return new EngineMeeting(enforcement);
      case ANSWERS:
        return new JettyAnswers(enforcement.aws());
      default:
        throw new IllegalArgumentException("no handler has number " + number);
    }
  }

  @Override
  public String[] packages() {
    return new String[] {"org.eclipse.jetty."};
  }
}
