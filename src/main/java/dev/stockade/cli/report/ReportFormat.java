package dev.stockade.cli.report;

/** The forms of a report. Lower case: these are the words of {@code --format}. */
enum ReportFormat {
  /** For a terminal. */
  text(20),
  /** One file for a browser, which loads nothing. */
  html(2_000),
  /** For programs: one object on one line. */
  json(Integer.MAX_VALUE),
  /** For a wiki or a pull request. */
  markdown(20);

  private final int maxRows;

  ReportFormat(int maxRows) {
    this.maxRows = maxRows;
  }

  /** Of a table, unless all are asked for. */
  int maxRows() {
    return maxRows;
  }
}
