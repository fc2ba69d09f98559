package dev.stockade.fleet.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** A lake of a journal. */
final class JournalLake {
  private JournalLake() {}

  static Path of(Path folder, Path journal) {
    Cli ingest = Cli.fleet("ingest", journal, "--lake", folder);
    assertThat(ingest.exitCode()).describedAs(ingest.err()).isZero();
    return folder;
  }
}
