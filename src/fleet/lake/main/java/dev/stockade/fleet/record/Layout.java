package dev.stockade.fleet.record;

import dev.stockade.fleet.lake.Column;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where the columns of a table stand in its rows: texts among objects and all others among numbers,
 * as there are many rows at a time. What all tables begin with has the same places in each.
 */
final class Layout {
  private static final Map<String, Layout> ALL =
      Tables.OF_RECORDS.stream()
          .collect(Collectors.toMap(name -> name, name -> new Layout(Tables.named(name))));

  static final int COUNT = ALL.size();

  final Table table;

  /** Among all, from 0. */
  final int number;

  /** By column. */
  final int[] places;

  /** By the slot of a {@link Member}; -1 where the table has no column for it. */
  final int[] bySlot;

  final int texts;
  final int numbers;

  private Layout(Table table) {
    this.table = table;
    this.number = Tables.OF_RECORDS.indexOf(table.name());
    this.places = new int[table.columns().size()];
    int countOfTexts = 0;
    int countOfNumbers = 0;
    for (int i = 0; i < places.length; i++) {
      places[i] = table.columns().get(i).type().isText() ? countOfTexts++ : countOfNumbers++;
    }
    this.texts = countOfTexts;
    this.numbers = countOfNumbers;
    this.bySlot = Member.COLUMNS.stream().mapToInt(member -> place(member.path)).toArray();
  }

  private int place(String member) {
    for (int i = 0; i < places.length; i++) {
      Column column = table.columns().get(i);
      if (member.equals(column.member())) {
        return places[i];
      }
    }
    return -1;
  }

  static Layout of(Table table) {
    return ALL.get(table.name());
  }

  /** The place of a column that each table has. */
  static int common(String column) {
    Layout any = ALL.get(Tables.EVENTS);
    return any.places[any.table.indexOf(column)];
  }
}
