package dev.stockade.library.undertow;

import dev.stockade.enforce.Enforcement;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;

/** The rows of Undertow's client, which its proxy uses too. */
public final class UndertowHooks implements HookSource {
  private static final int REQUESTS = 0;
  private static final int ANSWERS = 1;

  private static final String CLIENT = "io/undertow/client/";

  private final Enforcement enforcement;

  public UndertowHooks(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  @Override
  public void addTo(HookRows rows) {
    rows.add(REQUESTS, UndertowClient.HTTP1, send("http/HttpClientConnection"));
    rows.add(REQUESTS, UndertowClient.HTTP2, send("http2/Http2ClientConnection"));
    rows.add(
        ANSWERS,
        UndertowAnswers.HTTP1,
        Hook.enter(CLIENT + "http/HttpClientExchange", "setResponse", null, Hook.THIS, 0));
    rows.add(
        ANSWERS,
        UndertowAnswers.HTTP2,
        Hook.returned(CLIENT + "http2/Http2ClientExchange", "createResponse", null, Hook.THIS));
  }

  private static Hook send(String connection) {
    return Hook.skip(CLIENT + connection, "sendRequest", null, 0, Hook.THIS, 0, 1);
  }

  @Override
  public HookHandler handler(int number) {
    return number == REQUESTS
        ? new UndertowClient(enforcement.aws())
        : new UndertowAnswers(enforcement.aws());
  }

  @Override
  public String[] packages() {
    return new String[] {"io.undertow.", "org.xnio."};
  }
}
