package dev.stockade.weave;

/** What happens when a hook of one library is reached. Made at the first one. */
public interface Library {
  /**
   * A hook was reached; see {@link HookFamily#reached}.
   *
   * @param place the hook's place among those of this library
   */
  Object reached(int place, Object value, Object[] loads) throws Exception;
}
