package dev.stockade.library.pekko;

import dev.stockade.enforce.Enforcement;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;

/**
 * The rows of Pekko HTTP and Akka HTTP, by their own names: copies under other names do not work.
 */
public final class PekkoHooks implements HookSource {
  private static final int POOL = 0;
  private static final int HTTP2 = 1;
  private static final int HAND_OVER = 2;

  private final Enforcement enforcement;

  public PekkoHooks(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  @Override
  public void addTo(HookRows rows) {
    add(rows, "org/apache/pekko/http/impl/engine/");
    add(rows, "akka/http/impl/engine/");
    // Akka HTTP to 10.1.9; Pekko HTTP started from a later version.
    String client = "akka/http/impl/engine/client/";
    rows.add(
        POOL,
        PekkoPool.ACTOR,
        Hook.skip(client + "PoolInterfaceActor", "dispatchRequest", null, 0, Hook.THIS, 0));
    rows.add(HAND_OVER, 0, Hook.enter(client + "PoolGateway", "apply", null, Hook.THIS));
  }

  private static void add(HookRows rows, String engine) {
    String pool = engine + "client/PoolInterface$Logic";
    rows.add(
        POOL, PekkoPool.POOL, Hook.skip(pool, "request", null, 0, Hook.THIS, 0, 1).parameters(2));
    // A bridge with another parameter calls this one.
    rows.add(
        HTTP2,
        0,
        Hook.enter(
            engine + "http2/RequestRendering",
            "initialHeaderPairs",
            "*model/HttpRequest;)Lscala/collection/immutable/VectorBuilder;",
            0));
    rows.add(HAND_OVER, 0, Hook.enter(engine + "client/PoolMaster", "dispatchRequest", null, 0));
  }

  @Override
  public HookHandler handler(int number) {
    switch (number) {
      case POOL:
        return new PekkoPool(enforcement.aws());
      case HTTP2:
        return new PekkoHttp2(enforcement.aws());
      case HAND_OVER:
        return new PekkoHandOver(enforcement);
      default:
        throw new IllegalArgumentException("no handler has number " + number);
    }
  }

  @Override
  public String[] packages() {
    return new String[] {"akka.", "scala."};
  }
}
