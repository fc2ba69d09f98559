package dev.stockade.weave;

/**
 * One library as rows of hooks. Made at start, so it must load nothing that only a reached hook
 * needs: the numbers of handlers and ids are compile-time constants.
 */
public interface HookSource {
  void addTo(HookRows rows);

  /**
   * Makes what answers for some of the rows; when the first of them is reached, once.
   *
   * @param number as given to {@link HookRows#add}
   */
  HookHandler handler(int number);
}
