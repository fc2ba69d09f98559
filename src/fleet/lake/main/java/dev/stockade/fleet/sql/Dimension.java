package dev.stockade.fleet.sql;

import java.util.List;

/**
 * A list that the user keeps, since no record holds it: one Parquet file {@code
 * dims/NAME/NAME.parquet} of the lake. Where it is not there, the table is empty.
 */
public enum Dimension {
  /** Who owns a service, and which services are expected; one row for each service. */
  SERVICES("services", "service VARCHAR", "owner VARCHAR"),
  /** The exceptions of the policies; one row for each id. */
  EXCEPTIONS("exceptions", "id VARCHAR", "owner VARCHAR", "reason VARCHAR", "expires DATE");

  private final String label;
  private final List<String> columns;

  Dimension(String label, String... columns) {
    this.label = label;
    this.columns = List.of(columns);
  }

  /** The name of its table. */
  public String label() {
    return label;
  }

  /** Name and type of each column, as DuckDB and Spark both take them in DDL. */
  public List<String> columns() {
    return columns;
  }

  /** Its file, from the lake's root on. */
  public String path() {
    return "dims/" + label + "/" + label + ".parquet";
  }
}
