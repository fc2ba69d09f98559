package dev.stockade.library.helidon;

import dev.stockade.enforce.Enforcement;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;

/** The rows of Helidon 4's WebClient; that of Helidon 3 is Netty. */
public final class HelidonHooks implements HookSource {
  private static final String CLIENT = "io/helidon/webclient/";

  private final Enforcement enforcement;

  public HelidonHooks(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  @Override
  public void addTo(HookRows rows) {
    rows.add(0, HelidonClient.HTTP1, http1("Entity"), http1("OutputStream"));
    rows.add(
        0,
        HelidonClient.HTTP2,
        Hook.enter(CLIENT + "http2/Http2ClientStream", "writeHeaders", null, Hook.THIS, 0));
  }

  /** The connection, the request and its headers: all but what is said of the body. */
  private static Hook http1(String kind) {
    String chain = CLIENT + "http1/Http1Call" + kind + "Chain";
    return Hook.enter(chain, "doProceed", null, Hook.THIS, 0, 1, 2);
  }

  @Override
  public HookHandler handler(int number) {
    return new HelidonClient(enforcement.aws());
  }

  @Override
  public String[] packages() {
    return new String[] {"io.helidon."};
  }
}
