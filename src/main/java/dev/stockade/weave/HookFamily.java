package dev.stockade.weave;

import java.util.List;

/** The hooks of one TLS engine or HTTP client, and what happens when one is reached. */
public interface HookFamily {
  /** The hooks as data. Asked once, at start: must not load what only a reached hook needs. */
  List<Hook> hooks();

  /**
   * A hook was reached, in the host's thread.
   *
   * @param index the hook's place in {@link #hooks()}
   * @param value see {@link Hook#argument}, {@link Hook#returned} and {@link Hook#thrown}; null for
   *     others
   * @param loads what the hook asked for; null when it asked for nothing
   * @return what the host shall use instead of {@code value}
   * @throws Block the deliberate refusal; anything else thrown is an error of ours, which the guard
   *     keeps from the host
   */
  Object reached(int index, Object value, Object[] loads) throws Exception;
}
