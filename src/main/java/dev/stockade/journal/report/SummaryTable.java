package dev.stockade.journal.report;

import dev.stockade.base.TerminalText;
import java.util.List;

/**
 * Sets rows in columns, at most 100 characters wide: what is too long is cut, the widest column
 * first. Only the first column has a colour, so that a copied line stays readable.
 */
final class SummaryTable {
  static final int WIDTH = 100;

  /** What may be cut: the peer's name, the suite or signature, the rules. */
  private static final int[] CUTTABLE = {1, 5, 7};

  private static final int COUNT = 3;
  private static final int GAP = 2;

  private SummaryTable() {}

  static void append(StringBuilder out, String[] head, List<SummaryRow> rows, boolean coloured) {
    String[][] lines = new String[rows.size() + 1][];
    lines[0] = head;
    for (int i = 0; i < rows.size(); i++) {
      lines[i + 1] = rows.get(i).cells();
    }
    int[] widths = widths(lines);
    for (int i = 0; i < lines.length; i++) {
      line(out, lines[i], widths, i > 0 && coloured ? colour(rows.get(i - 1)) : "");
    }
  }

  private static int[] widths(String[][] lines) {
    int[] widths = new int[lines[0].length];
    int excess = GAP * (lines[0].length - 1) - WIDTH;
    for (int column = 0; column < lines[0].length; column++) {
      for (String[] line : lines) {
        widths[column] = Math.max(widths[column], line[column].length());
      }
      excess += widths[column];
    }
    for (; excess > 0; excess--) {
      int widest = CUTTABLE[0];
      for (int column : CUTTABLE) {
        widest = widths[column] > widths[widest] ? column : widest;
      }
      widths[widest]--;
    }
    return widths;
  }

  private static void line(StringBuilder out, String[] cells, int[] widths, String colour) {
    StringBuilder line = new StringBuilder(colour);
    for (int column = 0; column < cells.length; column++) {
      String cell = TerminalText.cut(cells[column], widths[column]);
      int padding = widths[column] - cell.length();
      spaces(line, column == COUNT ? padding : 0);
      line.append(cell);
      if (column == 0 && !colour.isEmpty()) {
        line.append("\u001b[0m");
      }
      spaces(line, column == COUNT ? GAP : padding + GAP);
    }
    int end = line.length();
    while (line.charAt(end - 1) == ' ') {
      end--;
    }
    out.append(line, 0, end).append('\n');
  }

  private static void spaces(StringBuilder line, int count) {
    for (int i = 0; i < count; i++) {
      line.append(' ');
    }
  }

  private static String colour(SummaryRow row) {
    if (row.rank == SummaryRow.VIOLATION) {
      return "\u001b[31m";
    }
    return row.rank == SummaryRow.WARN ? "\u001b[33m" : "";
  }
}
