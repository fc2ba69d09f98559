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
}
