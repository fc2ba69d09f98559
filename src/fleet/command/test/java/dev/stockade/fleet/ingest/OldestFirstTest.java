package dev.stockade.fleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.fleet.source.Source;
import dev.stockade.fleet.storage.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldestFirstTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  @Test
  void partsOfAllJournalsStandInTheOrderOfTheirTimes() {
    assertThat(
            names(
                part("a", "a.2.gz", 1),
                part("a", "a.1", 3),
                part("a", "a", 5),
                part("b", "b.1", 2),
                part("b", "b", 4)))
        .containsExactly("a.2.gz", "b.1", "a.1", "b", "a");
  }

  @Test
  void partsOfOneJournalKeepTheirOrderWhateverTheirTimesSay() {
    assertThat(
            names(part("a", "a.2", 9), part("a", "a.1", 1), part("a", "a", 5), part("b", "b", 6)))
        .containsExactly("b", "a.2", "a.1", "a");
  }

  @Test
  void copiesOfOneTimeStayJournalByJournal() {
    assertThat(
            names(part("b", "b.1", 7), part("b", "b", 7), part("a", "a.1", 7), part("a", "a", 7)))
        .containsExactly("b.1", "b", "a.1", "a");
  }

  @Test
  void aFolderIsReadSo(@TempDir Path folder) throws IOException {
    write(folder.resolve("a.ndjson.1"), 1);
    write(folder.resolve("a.ndjson"), 3);
    write(folder.resolve("b.ndjson"), 2);
    try (Sources sources = Sources.of(List.of(folder.toString()))) {
      assertThat(sources.all().stream().map(source -> source.file().key()))
          .containsExactly("a.ndjson.1", "b.ndjson", "a.ndjson");
    }
  }

  private static void write(Path file, int hours) throws IOException {
    Files.writeString(file, "{}\n");
    Files.setLastModifiedTime(file, FileTime.from(START.plusSeconds(3_600L * hours)));
  }

  private static List<String> names(Source... sources) {
    return OldestFirst.of(List.of(sources)).stream().map(Source::name).toList();
  }

  private static Source part(String journal, String name, int hours) {
    StoredFile file = new StoredFile(name, 1, START.plusSeconds(3_600L * hours));
    return new Source((key, offset) -> null, file, name, journal, true, START);
  }
}
