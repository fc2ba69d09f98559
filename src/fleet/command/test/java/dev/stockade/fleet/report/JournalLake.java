package dev.stockade.fleet.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.fleet.kit.CommandRun;
import dev.stockade.fleet.kit.FleetRun;
import java.nio.file.Path;

/** A lake of a journal. */
final class JournalLake {
  private JournalLake() {}

  static Path of(Path folder, Path journal) {
    CommandRun ingest = FleetRun.of("ingest", journal, "--lake", folder);
    assertThat(ingest.exitCode()).describedAs(ingest.err()).isZero();
    return folder;
  }
}
