package dev.stockade.engine;

import dev.stockade.base.ProcessNames;
import dev.stockade.policy.InForce;
import dev.stockade.policy.rule.Mode;

/** The policy as the options have it. */
final class InForceOptions {
  private InForceOptions() {}

  static InForce of(Options options, Mode mode, String service) {
    String instance = options.get(Option.INSTANCE);
    // Asking for the host's name costs a file; only a canary needs it before the first record.
    boolean asks = mode == Mode.CANARY && instance == null;
    return new InForce(
        mode.label(),
        options.get(Option.PROFILE),
        Integer.parseInt(options.get(Option.CANARY_PERCENT)),
        service,
        asks ? ProcessNames.host() : instance);
  }
}
