package dev.stockade.http;

/** What happens when a hook of one HTTP client is reached. Made at the first request. */
interface HttpClient {
  /**
   * A hook was reached; see {@link dev.stockade.weave.HookFamily#reached}.
   *
   * @param place the hook's place among those of this client in {@link HttpClients}
   */
  Object reached(int place, Object value, Object[] loads) throws Exception;
}
