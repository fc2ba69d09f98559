package dev.stockade.library.jodd;

import dev.stockade.enforce.Enforcement;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;

/** The rows of Jodd HTTP. */
public final class JoddHooks implements HookSource {
  private static final int REQUESTS = 0;
  private static final int ANSWERS = 1;

  private final Enforcement enforcement;

  public JoddHooks(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  @Override
  public void addTo(HookRows rows) {
    rows.add(REQUESTS, 0, Hook.enter("jodd/http/HttpBase", "sendTo", null, Hook.THIS));
    rows.add(
        ANSWERS, 0, Hook.enter("jodd/http/HttpResponse", "assignHttpRequest", null, Hook.THIS, 0));
  }

  @Override
  public HookHandler handler(int number) {
    return number == REQUESTS
        ? new JoddClient(enforcement.aws())
        : new JoddAnswers(enforcement.aws());
  }

  @Override
  public String[] packages() {
    return new String[] {"jodd."};
  }
}
