package dev.stockade.library.commonshttp;

import dev.stockade.enforce.Enforcement;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;

/** The row of Commons HttpClient 3.1, whose authors ended it in 2007. */
public final class CommonsHooks implements HookSource {
  private final Enforcement enforcement;

  public CommonsHooks(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  @Override
  public void addTo(HookRows rows) {
    String method = "org/apache/commons/httpclient/HttpMethodBase";
    rows.add(0, 0, Hook.enter(method, "writeRequest", null, Hook.THIS, 1));
  }

  @Override
  public HookHandler handler(int number) {
    return new CommonsClient(enforcement.aws());
  }

  @Override
  public String[] packages() {
    return new String[] {"org.apache.commons.httpclient."};
  }
}
