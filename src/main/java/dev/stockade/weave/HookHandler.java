package dev.stockade.weave;

/** Handles a library's hooks when they are reached. Made when the first one is. */
public interface HookHandler {
  /**
   * A hook was reached, in the host's thread.
   *
   * @param id the hook's meaning to this handler, as given to {@link HookRows#add}
   * @param value see {@link Hook#argument}, {@link Hook#returned} and {@link Hook#thrown}; null for
   *     others
   * @param loads what the hook asked for; null when it asked for nothing
   * @return what the host is to use instead of {@code value}
   * @throws BlockException the deliberate refusal; anything else thrown is an error of ours, which
   *     the guard keeps from the host
   */
  Object reached(int id, Object value, Object[] loads) throws Exception;
}
