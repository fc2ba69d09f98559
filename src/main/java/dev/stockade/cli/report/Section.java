package dev.stockade.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One question that a report answers: sentences, then tables. */
final class Section {
  /** Its name in JSON and its anchor in HTML. */
  final String id;

  final String title;
  final List<String> sentences = new ArrayList<>();

  /** By their names in JSON. */
  final Map<String, Table> tables = new LinkedHashMap<>();

  Section(String id, String title) {
    this.id = id;
    this.title = title;
  }

  Section say(String sentence) {
    sentences.add(sentence);
    return this;
  }

  Table table(String name, int shown, String... columns) {
    Table table = new Table(shown, columns);
    tables.put(name, table);
    return table;
  }
}
