package dev.stockade.fleet.report;

import dev.stockade.cli.report.ReportFormat;

/** Rows of a report's tables, so that its HTML is less than 2 MB however large the fleet is. */
record RowLimits(int findings, int services, int others) {
  private static final int SERVICES_IN_HTML = 500;
  private static final int OTHERS_IN_HTML = 150;

  /** More than a person or program makes use of; a forged lake could have any number. */
  private static final int MOST = 100_000;

  static RowLimits of(ReportFormat form, boolean all) {
    if (all || form == ReportFormat.json) {
      return new RowLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, MOST);
    }
    return form == ReportFormat.html
        ? new RowLimits(form.maxRows(), SERVICES_IN_HTML, OTHERS_IN_HTML)
        : new RowLimits(form.maxRows(), form.maxRows(), form.maxRows());
  }
}
