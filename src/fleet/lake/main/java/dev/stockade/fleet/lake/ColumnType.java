package dev.stockade.fleet.lake;

/** The types that columns of the lake have: few, as every engine must mean the same by them. */
public enum ColumnType {
  VARCHAR("VARCHAR"),
  VARCHAR_LIST("VARCHAR[]"),
  BIGINT("BIGINT"),
  INTEGER("INTEGER"),
  BOOLEAN("BOOLEAN"),
  DATE("DATE"),

  /** Microseconds without a zone, UTC by contract. */
  TIMESTAMP("TIMESTAMP");

  private final String sql;

  ColumnType(String sql) {
    this.sql = sql;
  }

  /** As columns.txt has it, which is DuckDB's word. */
  public String sql() {
    return sql;
  }

  /** Whether its values are texts or lists of texts. */
  public boolean isText() {
    return this == VARCHAR || this == VARCHAR_LIST;
  }

  static ColumnType of(String sql) {
    for (ColumnType type : values()) {
      if (type.sql.equals(sql)) {
        return type;
      }
    }
    throw new IllegalStateException("columns.txt: no type " + sql);
  }
}
