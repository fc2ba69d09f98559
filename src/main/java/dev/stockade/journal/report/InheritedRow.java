package dev.stockade.journal.report;

import dev.stockade.base.TerminalText;
import dev.stockade.journal.Legacy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A row of the summary that an engine before this one started; events of the same go on in it. */
final class InheritedRow extends SummaryRow {
  private static final int COUNT_CELL = 3;
  private static final int MEMBERS = 6;

  private final String key;
  private final List<?> cells;

  private InheritedRow(List<?> members) {
    super((int) Legacy.number(members.get(0)), text(members.get(1)), text(members.get(2)));
    count = Legacy.number(members.get(3));
    key = String.valueOf(members.get(4));
    cells = Legacy.list(members.get(5));
    Object last = members.get(members.size() - 1);
    place = last instanceof String ? (String) last : null;
  }

  /** The rows that {@link #listOf} has put down; what has another form is passed over. */
  static List<SummaryRow> all(List<?> rows) {
    List<SummaryRow> all = new ArrayList<>();
    for (Object row : rows) {
      List<?> members = Legacy.list(row);
      if (members.size() >= MEMBERS && Legacy.list(members.get(5)).size() > COUNT_CELL) {
        all.add(new InheritedRow(members));
      }
    }
    return all;
  }

  static List<Object> listOf(SummaryRows rows) {
    List<Object> list = new ArrayList<>();
    for (SummaryRow row : rows.all()) {
      List<Object> cells = new ArrayList<>(Arrays.asList((Object[]) row.cells()));
      list.add(
          Arrays.<Object>asList(
              row.rank, row.word, row.rules, row.count, row.key(), cells, row.place));
    }
    return list;
  }

  @Override
  String key() {
    return key;
  }

  @Override
  String[] cells() {
    String[] texts = new String[cells.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = i == COUNT_CELL ? Long.toString(count) : text(cells.get(i));
    }
    return texts;
  }

  private static String text(Object value) {
    return TerminalText.text(String.valueOf(value));
  }
}
