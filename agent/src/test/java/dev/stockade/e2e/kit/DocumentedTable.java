package dev.stockade.e2e.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of a document that repeats what tests hold as data. It stands between two marks; with
 * {@code -Dconformance.write=true} it is written there.
 */
public final class DocumentedTable {
  private static final Path DOCUMENTS = Path.of("..", "docs");

  private final List<String> lines = new ArrayList<>();

  public DocumentedTable(String... columns) {
    row(columns);
    lines.add("|" + String.join("|", Collections.nCopies(columns.length, "---")) + "|");
  }

  /** An empty cell becomes {@code -}. */
  public void row(String... cells) {
    lines.add(
        Stream.of(cells)
            .map(cell -> cell.isEmpty() ? "-" : cell)
            .collect(Collectors.joining(" | ", "| ", " |")));
  }

  /** Below a line that begins with {@code <!-- table NAME,}, up to {@code <!-- end -->}. */
  public void assertIn(String document, String name) throws IOException {
    synchronized (DOCUMENTS) { // another test may write another table of it
      check(DOCUMENTS.resolve(document), document, name);
    }
  }

  private void check(Path file, String document, String name) throws IOException {
    String text = Files.readString(file);
    String mark = "<!-- table " + name + ",";
    assertThat(text).containsOnlyOnce(mark);
    int start = text.indexOf('\n', text.indexOf(mark)) + 1;
    int end = text.indexOf("<!-- end -->", start);
    assertThat(end).describedAs("%s: table %s has an end", document, name).isNotNegative();
    String table = String.join("\n", lines) + "\n";
    if (Boolean.getBoolean("conformance.write")) {
      text = text.substring(0, start) + table + text.substring(end);
      Files.writeString(file, text);
      end = start + table.length();
    }

    assertThat(text.substring(start, end))
        .describedAs(
            "docs/%s, table %s. Write it anew with -Dconformance.write=true", document, name)
        .isEqualTo(table);
  }
}
