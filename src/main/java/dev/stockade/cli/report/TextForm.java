package dev.stockade.cli.report;

import dev.stockade.cli.command.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report for a terminal. */
final class TextForm {
  private static final int MAX_WIDTH = 60;

  /** Of the columns of a row with details, those on its first line. */
  private static final int HEAD = 6;

  private final List<String> lines = new ArrayList<>();

  private TextForm() {}

  static List<String> of(Report report) {
    TextForm form = new TextForm();
    form.decision(report);
    report.sections.forEach(form::section);
    return form.lines;
  }

  /** The first screen. */
  private void decision(Report report) {
    lines.add(Summary.title(report));
    lines.add("");
    lines.add(
        report.advice.readiness().label().toUpperCase(Locale.ROOT)
            + ": "
            + Summary.decision(report));
    for (Advice.Reason reason : report.advice.reasons()) {
      lines.add("  " + (reason.isAgainst ? "x " : "? ") + reason.sentence);
      lines.add("      " + reason.change);
    }
    lines.add("");
    lines.add("seen: " + report.gathered.seen.sentence());
    for (String[] row : Summary.outcomes(report)) {
      lines.add(String.format("  %-24s %9s  %7s", row[0], row[1], row[2]));
    }
  }

  private void section(Section section) {
    lines.add("");
    lines.add("== " + section.title);
    lines.addAll(section.sentences);
    for (Map.Entry<String, Table> one : section.tables.entrySet()) {
      Table table = one.getValue();
      if (!table.rows.isEmpty() && table.shown > 0) {
        lines.add("");
        if (table.shown < table.columns.size() && !table.ids.isEmpty()) {
          table.rows.forEach(row -> detailed(table, row));
        } else {
          aligned(table);
        }
        if (table.folded != null) {
          lines.add("  " + table.folded);
        }
      }
    }
  }

  /** A row as a paragraph: where and what on the first line. */
  private void detailed(Table table, List<Object> row) {
    StringBuilder head = new StringBuilder(" ");
    for (int i = 0; i < HEAD; i++) {
      head.append(' ').append(row.get(i) == null ? "-" : row.get(i));
      if (table.columns.get(i).equals("action")) {
        head.append(refused(table, row));
      }
    }
    lines.add(head.toString());
    for (int i = HEAD; i < row.size(); i++) {
      if (row.get(i) != null) {
        String name = String.format("      %-11s ", Table.words(table.columns.get(i)));
        for (String line : row.get(i).toString().split("\n", -1)) {
          lines.add(name + line);
          name = String.format("      %-11s ", "");
        }
      }
    }
  }

  /** How many of the count the action is about, where not all. */
  private static String refused(Table table, List<Object> row) {
    int refused = table.columns.indexOf("refused");
    int count = table.columns.indexOf("count");
    boolean isPart = refused >= 0 && count >= 0 && !row.get(refused).equals(row.get(count));
    return isPart && !row.get(refused).equals(0L) ? " " + row.get(refused) + " of" : "";
  }

  private void aligned(Table table) {
    int[] widths = new int[table.shown];
    List<List<Object>> rows = new ArrayList<>();
    List<Object> head = new ArrayList<>();
    table.columns.forEach(column -> head.add(Table.words(column)));
    rows.add(head);
    rows.addAll(table.rows);
    for (List<Object> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(Math.max(1, widths[i]), cell(row.get(i)).length());
      }
    }
    for (List<Object> row : rows) {
      StringBuilder line = new StringBuilder(" ");
      for (int i = 0; i < widths.length; i++) {
        boolean last = i == widths.length - 1;
        String form = row.get(i) instanceof Long ? "%" + widths[i] + "s" : "%-" + widths[i] + "s";
        line.append(' ').append(last ? whole(row.get(i)) : String.format(form, cell(row.get(i))));
      }
      lines.add(line.toString());
    }
  }

  private static String cell(Object value) {
    return YamlText.cut(whole(value), MAX_WIDTH);
  }

  private static String whole(Object value) {
    return value == null ? "-" : value.toString();
  }
}
