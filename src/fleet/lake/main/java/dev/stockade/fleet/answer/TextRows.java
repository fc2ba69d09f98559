package dev.stockade.fleet.answer;

import dev.stockade.cli.command.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Aligned columns. Their widths are those of the first rows; what is longer in a later one moves
 * the rest of its line.
 */
final class TextRows implements RowWriter {
  private static final int FIRST = 1000;
  private static final int MAX_WIDTH = 60;

  private final Consumer<String> out;
  private final List<List<?>> first = new ArrayList<>();
  private int[] widths;
  private boolean isAligned;
  private long rows;

  TextRows(Consumer<String> out) {
    this.out = out;
  }

  @Override
  public void columns(List<String> names) {
    widths = new int[names.size()];
    first.add(names);
  }

  @Override
  public void row(List<?> values) {
    rows++;
    if (isAligned) {
      out.accept(line(values));
    } else {
      first.add(values);
      if (first.size() > FIRST) {
        align();
      }
    }
  }

  @Override
  public void end() {
    if (!isAligned) {
      align();
    }
    out.accept(rows == 1 ? "1 row" : rows + " rows");
  }

  private void align() {
    isAligned = true;
    for (List<?> values : first) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], cell(values.get(i)).length());
      }
    }
    first.forEach(values -> out.accept(line(values)));
    first.clear();
  }

  private String line(List<?> values) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cell(values.get(i));
      String space = " ".repeat(Math.max(0, widths[i] - cell.length()));
      line.append(i == 0 ? "" : "  ");
      line.append(values.get(i) instanceof Number ? space + cell : cell + space);
    }
    return line.toString().stripTrailing();
  }

  private static String cell(Object value) {
    return value == null ? "-" : YamlText.cut(Cell.text(value), MAX_WIDTH);
  }
}
