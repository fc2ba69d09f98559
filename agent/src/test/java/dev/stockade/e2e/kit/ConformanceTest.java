package dev.stockade.e2e.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.Conformance.Cell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * docs/compatibility.md says what the tests of this build have proven. It may say more where not
 * all was tried: {@code -Djdks=all} finds what is no longer true. Last of all tests; with {@code
 * -Dconformance.write=true} it writes the file.
 */
@Order(Integer.MAX_VALUE)
@Isolated
class ConformanceTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "compatibility.md");

  @Test
  void theDocumentSaysWhatTheTestsHaveProven() throws Exception {
    String document = Files.readString(DOCUMENT);
    Set<Cell> proven = Conformance.cells();
    Set<Cell> documented = ConformanceTable.cells(document);
    Set<Cell> expected = new TreeSet<>(proven);
    boolean whole = isWhole(proven, documented);
    if (!whole) {
      expected.addAll(documented);
    }
    List<String> table = ConformanceTable.of(expected);
    if (Boolean.getBoolean("conformance.write")) {
      document = ConformanceTable.document(document, table);
      Files.writeString(DOCUMENT, document);
    }

    assertThat(ConformanceTable.in(document))
        .describedAs(
            "docs/compatibility.md; %s. Write it anew with -Dconformance.write=true",
            whole
                ? "every cell was tried, and what is there is what was proven"
                : "compared with the cells of this build only, as without -Djdks=all not all are tried")
        .isEqualTo(table);
  }

  /** Whether nothing that the document names was left out. */
  private static boolean isWhole(Set<Cell> proven, Set<Cell> documented) {
    return Jdk.areAllChosen()
        && Jdk.RELEASES.stream().allMatch(jdk -> ConformanceTable.hasReported(proven, jdk))
        && ConformanceTable.rows(proven)
            .toList()
            .containsAll(ConformanceTable.rows(documented).toList());
  }
}
