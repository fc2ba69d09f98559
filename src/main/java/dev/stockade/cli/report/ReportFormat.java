package dev.stockade.cli.report;

import dev.stockade.cli.command.JsonText;
import dev.stockade.cli.command.Printable;
import java.io.IOException;

/** The forms of a report. Lower case: these are the words of {@code --format}. */
public enum ReportFormat {
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
  public int maxRows() {
    return maxRows;
  }

  /**
   * The whole report as text.
   *
   * @param now when it was made, in milliseconds since the epoch
   */
  public String of(Report report, long now) throws IOException {
    switch (this) {
      case html:
        return HtmlForm.of(report, now);
      case json:
        return JsonText.of(JsonForm.of(report, now)) + "\n";
      case markdown:
        return String.join("\n", MarkdownForm.of(report)) + "\n";
      default:
        return Printable.lines(TextForm.of(report));
    }
  }
}
