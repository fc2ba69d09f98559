package dev.stockade.library.commonshttp;

import dev.stockade.enforce.Enforcement;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;

/** The rows of Commons HttpClient 3.1, whose authors ended it in 2007. */
public final class CommonsHooks implements HookSource {
  private static final int REQUESTS = 0;
  private static final int ANSWERS = 1;

  private final Enforcement enforcement;

  public CommonsHooks(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  @Override
  public void addTo(HookRows rows) {
    String method = "org/apache/commons/httpclient/HttpMethodBase";
    rows.add(REQUESTS, 0, Hook.enter(method, "writeRequest", null, Hook.THIS, 1));
    rows.add(ANSWERS, 0, Hook.exit(method, "readResponseHeaders", null, Hook.THIS));
  }

  @Override
  public HookHandler handler(int number) {
    return number == REQUESTS
        ? new CommonsClient(enforcement.aws())
        : new CommonsAnswers(enforcement.aws());
  }

  @Override
  public String[] packages() {
    return new String[] {"org.apache.commons.httpclient."};
  }
}
