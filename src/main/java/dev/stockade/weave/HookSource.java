package dev.stockade.weave;

/**
 * One library as rows of hooks, and what else is known of its classes. Made at start, so it must
 * load nothing that only a reached hook needs: the numbers of handlers and ids are compile-time
 * constants.
 */
public interface HookSource {
  void addTo(HookRows rows);

  /**
   * Makes what answers for some of the rows; when the first of them is reached, once.
   *
   * @param number as given to {@link HookRows#add}
   */
  HookHandler handler(int number);

  /** Prefixes of the library's class names: a call from there was made for other code. */
  default String[] packages() {
    return new String[0];
  }

  /**
   * Ends of the names of its trust managers that do nothing but write a line of log; its copies
   * have them too.
   */
  default String[] trustAllManagers() {
    return new String[0];
  }

  /** Its trust managers that delegate: the end of the name, the field that holds the delegate. */
  default String[][] trustWrappers() {
    return new String[0][];
  }

  /** Ends of the names of those that ask a field {@code trustStrategy} first. */
  default String[] trustStrategies() {
    return new String[0];
  }
}
