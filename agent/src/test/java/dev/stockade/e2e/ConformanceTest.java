package dev.stockade.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * docs/compatibility.md says what the tests of this build have proven, no more and no less. Last of
 * all tests; with {@code -Dconformance.write=true} it writes the file.
 */
@Order(Integer.MAX_VALUE)
class ConformanceTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "compatibility.md");

  @Test
  void theDocumentSaysWhatTheTestsHaveProven() throws Exception {
    Set<Conformance.Cell> cells = Conformance.cells();
    List<String> table = ConformanceTable.of(cells);
    if (Boolean.getBoolean("conformance.write")) {
      Files.write(DOCUMENT, ConformanceTable.document(Files.readString(DOCUMENT), table));
    }
    List<String> documented = ConformanceTable.in(Files.readString(DOCUMENT));
    Set<String> proven = ConformanceTable.rows(cells).collect(Collectors.toSet());
    assumeTrue(
        proven.containsAll(ConformanceTable.names(documented))
            && Jdk.matrix().stream().allMatch(jdk -> ConformanceTable.hasReported(cells, jdk)),
        "not every test of the matrix ran in this build, so there is nothing to compare with");

    assertThat(table)
        .describedAs("docs/compatibility.md; write it anew with -Dconformance.write=true")
        .isEqualTo(documented);
  }
}
