package dev.stockade.fleet.duckdb;

/**
 * What DuckDB may take of the machine.
 *
 * @param memory as DuckDB wants it, such as {@code 1GB}
 */
public record Limits(String memory, int threads) {
  public static final String MEMORY = "1GB";

  /** For commands without options of their own. */
  public static Limits usual() {
    return new Limits(MEMORY, Runtime.getRuntime().availableProcessors());
  }

  /**
   * The same on the calling thread alone. Rows of {@link RowScan} come from one thread; those that
   * wait for it would do so without a rest, and take a fifth of an ingest's time.
   */
  public Limits onOneThread() {
    return new Limits(memory, 1);
  }
}
