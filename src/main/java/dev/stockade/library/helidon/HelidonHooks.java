package dev.stockade.library.helidon;

import dev.stockade.enforce.Enforcement;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;

/** The rows of Helidon 4's WebClient; that of Helidon 3 is Netty. */
public final class HelidonHooks implements HookSource {
  private static final int REQUESTS = 0;
  private static final int ANSWERS = 1;

  private static final String CLIENT = "io/helidon/webclient/";

  private final Enforcement enforcement;

  public HelidonHooks(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  @Override
  public void addTo(HookRows rows) {
    rows.add(REQUESTS, HelidonClient.HTTP1, http1("Entity"), http1("OutputStream"));
    String stream = CLIENT + "http2/Http2ClientStream";
    rows.add(REQUESTS, HelidonClient.HTTP2, Hook.enter(stream, "writeHeaders", null, Hook.THIS, 0));
    rows.add(
        ANSWERS,
        0,
        Hook.returned(CLIENT + "http1/Http1CallChainBase", "readResponse", null, 0),
        Hook.returned(stream, "readHeaders", null, Hook.THIS));
  }

  /** The connection, the request and its headers: all but what is said of the body. */
  private static Hook http1(String kind) {
    String chain = CLIENT + "http1/Http1Call" + kind + "Chain";
    return Hook.enter(chain, "doProceed", null, Hook.THIS, 0, 1, 2);
  }

  @Override
  public HookHandler handler(int number) {
    return number == REQUESTS
        ? new HelidonClient(enforcement.aws())
        : new HelidonAnswers(enforcement.aws());
  }

  @Override
  public String[] packages() {
    return new String[] {"io.helidon."};
  }
}
