package dev.stockade.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.enforce.Enforcement;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rows that a start reads are those of the libraries. */
class PackedRowsTest {
  private final HookRows packed = new HookRows(null);

  PackedRowsTest() throws Exception {
    new LibraryCatalog(new Enforcement(null, null, packed, null)).addPacked(packed);
  }

  @Test
  void theyAreTheRowsOfTheLibraries() {
    HookRows rows = new HookRows(null);
    new LibraryCatalog(null).addAll(rows);

    assertThat(packed.lines()).isEqualTo(rows.lines());
    assertThat(rows.hooks()).hasSizeGreaterThan(90);
  }

  @Test
  void aLibraryIsMadeOnceAndKnowsItsFacts() {
    List<HookSource> libraries = packed.libraries();

    assertThat(libraries).doesNotContainNull().hasSize(19);
    assertThat(packed.libraries()).isEqualTo(libraries);
  }
}
