package dev.stockade.enforce;

import dev.stockade.policy.ActivePolicy;
import dev.stockade.weave.HookHandler;

/**
 * Handles the hand-over of a call by an asynchronous client to threads of its own: the last point
 * from which the code that wanted it can be seen.
 */
public abstract class HandOver implements HookHandler {
  private final ActivePolicy activePolicy;

  protected HandOver(Enforcement enforcement) {
    this.activePolicy = enforcement.activePolicy();
  }

  /** Loads: what knows the host that is called. */
  @Override
  public final Object reached(int id, Object value, Object[] loads) throws Exception {
    boolean always = activePolicy.judge().policy().asksForCode();
    if (loads[0] != null && (always || HandOvers.KNOWN.isSought())) {
      String to = host(id, loads[0]);
      if (to != null) {
        HandOvers.KNOWN.handedOver(to, always, System.currentTimeMillis());
      }
    }
    return value;
  }

  /** The host that is called; null where it is unknown. */
  protected abstract String host(int id, Object call) throws Exception;
}
