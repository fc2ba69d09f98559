package dev.stockade.cli.report;

import picocli.CommandLine.Option;

/** How much has to be seen before it says something: the one place of these thresholds. */
final class Needs {
  @Option(
      names = "--need-days",
      paramLabel = "DAYS",
      description =
          "Days from the first to the last record that are enough (default ${DEFAULT-VALUE}: a"
              + " week, with its weekend's jobs).")
  private double days = 7;

  @Option(
      names = "--need-handshakes",
      paramLabel = "N",
      description = "Handshakes and requests that are enough (default ${DEFAULT-VALUE}).")
  private long handshakes = 1000;

  @Option(
      names = "--need-sources",
      paramLabel = "PERCENT",
      description =
          "Share of the processes with records that have seen a handshake or a request (default"
              + " ${DEFAULT-VALUE}).")
  private int sources = 80;

  double days() {
    return days;
  }

  long handshakes() {
    return handshakes;
  }

  int sources() {
    return sources;
  }
}
