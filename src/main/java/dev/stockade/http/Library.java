package dev.stockade.http;

/** What happens when a hook of one HTTP client or signer is reached. Made at the first one. */
interface Library {
  /**
   * A hook was reached; see {@link dev.stockade.weave.HookFamily#reached}.
   *
   * @param place the hook's place among those of this library in {@link HttpHooks}
   */
  Object reached(int place, Object value, Object[] loads) throws Exception;
}
