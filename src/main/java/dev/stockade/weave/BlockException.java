package dev.stockade.weave;

/** A hook refuses what the host is about to do. The guard throws the natural exception instead. */
public final class BlockException extends Exception {
  private final Throwable natural;

  /**
   * @param natural what the host is to see: an exception that its own library could have thrown
   */
  public BlockException(Throwable natural) {
    super(null, null, false, false);
    this.natural = natural;
  }

  public Throwable natural() {
    return natural;
  }
}
