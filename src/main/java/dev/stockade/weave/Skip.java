package dev.stockade.weave;

/** The answer of a hook at a {@link Hook#skip} so that the method returns at once. */
public interface Skip {
  /**
   * Notifies the host that its method did nothing. Called before the method returns, and outside of
   * the hook: the host may answer with a call that is hooked itself, as when it tries again.
   */
  void tellHost() throws Exception;
}
