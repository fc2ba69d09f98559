package dev.stockade.e2e.kit;

import dev.stockade.e2e.kit.Conformance.Cell;
import dev.stockade.e2e.kit.Conformance.Proof;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of docs/compatibility.md: a row for each engine and client, a column for each JDK. */
final class ConformanceTable {
  private static final Map<Proof, String> WORDS =
      new EnumMap<>(
          Map.of(
              Proof.AUDIT_SEEN, "seen",
              Proof.ENFORCE_WORKS, "enforced",
              Proof.ERROR_READABLE, "readable"));

  private ConformanceTable() {}

  static List<String> of(Collection<Cell> cells) {
    List<String> table = new ArrayList<>();
    table.add(line("engine", "client", Jdk.RELEASES.stream().map(jdk -> "JDK " + jdk)));
    table.add("|---|---|" + "---|".repeat(Jdk.RELEASES.size()));
    rows(cells)
        .forEach(
            row -> {
              String[] names = row.split("\t", -1);
              table.add(
                  line(
                      names[0], names[1], Jdk.RELEASES.stream().map(jdk -> text(cells, row, jdk))));
            });
    return table;
  }

  private static String text(Collection<Cell> cells, String row, int jdk) {
    String text =
        cells.stream()
            .filter(cell -> row(cell).equals(row) && cell.jdk() == jdk)
            .map(cell -> WORDS.get(cell.proof()))
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? "-" : text;
  }

  private static String line(String engine, String client, Stream<String> columns) {
    return columns.collect(Collectors.joining(" | ", "| " + engine + " | " + client + " | ", " |"));
  }

  /** Engine and client of each row, with a tab between, in the order of the table. */
  static Stream<String> rows(Collection<Cell> cells) {
    return cells.stream().map(ConformanceTable::row).distinct();
  }

  private static String row(Cell cell) {
    return cell.engine() + "\t" + cell.client();
  }

  static boolean hasReported(Collection<Cell> cells, int jdk) {
    return cells.stream().anyMatch(cell -> cell.jdk() == jdk);
  }

  /** The lines of a document that are the table. */
  static List<String> in(String document) {
    return document.lines().filter(line -> line.startsWith("|")).toList();
  }

  /** What the table of a document says. */
  static Set<Cell> cells(String document) {
    List<String[]> table =
        in(document).stream().map(line -> line.substring(2).split(" \\| | \\|$", -1)).toList();
    Set<Cell> cells = new TreeSet<>();
    for (String[] row : table.subList(2, table.size())) {
      for (int i = 2; i < row.length - 1; i++) {
        int jdk = Integer.parseInt(table.get(0)[i].substring("JDK ".length()));
        List<String> words = List.of(row[i].split(", "));
        for (Proof proof : Proof.values()) {
          if (words.contains(WORDS.get(proof))) {
            cells.add(new Cell(row[0], row[1], jdk, proof));
          }
        }
      }
    }
    return cells;
  }

  /** The document with this table in place of its own. */
  static String document(String document, List<String> table) {
    List<String> lines = new ArrayList<>();
    boolean placed = false;
    for (String line : document.lines().toList()) {
      if (!line.startsWith("|")) {
        lines.add(line);
      } else if (!placed) {
        lines.addAll(table);
        placed = true;
      }
    }
    return String.join("\n", lines) + "\n";
  }
}
