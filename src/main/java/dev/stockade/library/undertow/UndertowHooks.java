package dev.stockade.library.undertow;

import dev.stockade.enforce.Enforcement;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;

/** The rows of Undertow's client, which its proxy uses too. */
public final class UndertowHooks implements HookSource {
  private static final String CLIENT = "io/undertow/client/";

  private final Enforcement enforcement;

  public UndertowHooks(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  @Override
  public void addTo(HookRows rows) {
    rows.add(0, UndertowClient.HTTP1, send("http/HttpClientConnection"));
    rows.add(0, UndertowClient.HTTP2, send("http2/Http2ClientConnection"));
  }

  private static Hook send(String connection) {
    return Hook.skip(CLIENT + connection, "sendRequest", null, 0, Hook.THIS, 0, 1);
  }

  @Override
  public HookHandler handler(int number) {
    return new UndertowClient(enforcement.aws());
  }

  @Override
  public String[] packages() {
    return new String[] {"io.undertow.", "org.xnio."};
  }
}
