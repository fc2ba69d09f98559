package dev.stockade.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One question that a report answers: sentences, then tables. */
public final class Section {
  /** Its name in JSON and its anchor in HTML. */
  public final String id;

  final String title;
  final List<String> sentences = new ArrayList<>();

  /** By their names in JSON. */
  final Map<String, Table> tables = new LinkedHashMap<>();

  public Section(String id, String title) {
    this.id = id;
    this.title = title;
  }

  public Section say(String sentence) {
    sentences.add(sentence);
    return this;
  }

  /**
   * Adds a table.
   *
   * @param name in JSON; no other table of the report has it
   * @param shown see {@link Table}
   * @param columns as JSON names them
   */
  public Table table(String name, int shown, String... columns) {
    Table table = new Table(shown, columns);
    tables.put(name, table);
    return table;
  }
}
