package dev.stockade.cli.report;

import dev.stockade.cli.command.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A report in Markdown (GitHub's), in which nothing from a record is markup. */
final class MarkdownForm {
  /** What means something in the middle of a line. */
  private static final String MARKUP = "\\`*_[]<>|~&$@";

  private final List<String> lines = new ArrayList<>();

  private MarkdownForm() {}

  static List<String> of(Report report) {
    MarkdownForm form = new MarkdownForm();
    form.decision(report);
    report.sections.forEach(form::section);
    return form.lines;
  }

  private void decision(Report report) {
    lines.add("# " + escaped(Summary.title(report)));
    lines.add("");
    lines.add(
        "**" + report.advice.readiness().label() + "**: " + escaped(Summary.decision(report)));
    lines.add("");
    for (Advice.Reason reason : report.advice.reasons()) {
      lines.add("- " + escaped(reason.sentence) + ". To do: " + escaped(reason.change));
    }
    lines.add("");
    lines.add("Seen: " + escaped(report.gathered.seen.sentence()) + ".");
    lines.add("");
    lines.add("| outcome | count | share |");
    lines.add("|---|--:|--:|");
    for (String[] row : Summary.outcomes(report)) {
      lines.add("| " + row[0] + " | " + row[1] + " | " + row[2] + " |");
    }
  }

  private void section(Section section) {
    lines.add("");
    lines.add("## " + section.title);
    lines.add("");
    section.sentences.forEach(sentence -> lines.add(escaped(sentence)));
    for (Map.Entry<String, Table> one : section.tables.entrySet()) {
      Table table = one.getValue();
      if (!table.rows.isEmpty() && table.shown > 0) {
        lines.add("");
        table(table);
        if (table.folded != null) {
          lines.add("");
          lines.add(escaped(table.folded));
        }
      }
    }
  }

  private void table(Table table) {
    StringBuilder head = new StringBuilder("|");
    StringBuilder line = new StringBuilder("|");
    for (int i = 0; i < table.shown; i++) {
      head.append(' ').append(escaped(Table.words(table.columns.get(i)))).append(" |");
      line.append(table.rows.get(0).get(i) instanceof Long ? "--:|" : "---|");
    }
    lines.add(head.toString());
    lines.add(line.toString());
    for (List<Object> row : table.rows) {
      StringBuilder cells = new StringBuilder("|");
      for (int i = 0; i < table.shown; i++) {
        cells.append(' ').append(row.get(i) == null ? "" : escaped("" + row.get(i))).append(" |");
      }
      lines.add(cells.toString());
    }
  }

  /** Text that a renderer shows as it is. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : Printable.text(text).toCharArray()) {
      out.append(MARKUP.indexOf(c) >= 0 ? "\\" : "").append(c);
    }
    return out.toString();
  }
}
