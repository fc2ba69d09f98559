package dev.stockade.library.jodd;

import dev.stockade.enforce.Enforcement;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;

/** The row of Jodd HTTP. */
public final class JoddHooks implements HookSource {
  private final Enforcement enforcement;

  public JoddHooks(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  @Override
  public void addTo(HookRows rows) {
    rows.add(0, 0, Hook.enter("jodd/http/HttpBase", "sendTo", null, Hook.THIS));
  }

  @Override
  public HookHandler handler(int number) {
    return new JoddClient(enforcement.aws());
  }

  @Override
  public String[] packages() {
    return new String[] {"jodd."};
  }
}
