package dev.stockade.library.ktor;

import dev.stockade.enforce.Enforcement;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;

/** The rows of Ktor's CIO client 2 and 3; its other engines are clients that have rows. */
public final class KtorHooks implements HookSource {
  private final Enforcement enforcement;

  public KtorHooks(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  @Override
  public void addTo(HookRows rows) {
    rows.add(
        0,
        KtorClient.HEADERS,
        Hook.enter("io/ktor/client/engine/cio/UtilsKt", "writeHeaders", null, 0));
    rows.add(
        0,
        KtorClient.HANDSHAKE,
        Hook.enter("io/ktor/network/tls/TLSClientHandshake", "negotiate", null));
  }

  @Override
  public HookHandler handler(int number) {
    return new KtorClient(enforcement.aws(), enforcement.tls());
  }

  @Override
  public String[] packages() {
    return new String[] {"io.ktor.", "kotlin.", "kotlinx."};
  }
}
