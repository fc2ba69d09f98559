package dev.stockade.cli.report;

import dev.stockade.cli.command.CommandFailure;
import picocli.CommandLine.Option;

/** How much has to be seen before it says something: the one place of these thresholds. */
public final class Needs {
  @Option(
      names = "--need-days",
      paramLabel = "DAYS",
      description =
          "Days from the first to the last record, of those with records, that are enough (default"
              + " ${DEFAULT-VALUE}: a week, with its weekend's jobs).")
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

  /** Else nothing, or anything, would be enough. */
  public void check() {
    if (!(days >= 0) || Double.isInfinite(days)) {
      throw CommandFailure.usage("--need-days is a number from 0 up");
    }
    if (handshakes < 0) {
      throw CommandFailure.usage("--need-handshakes is a number from 0 up");
    }
    if (sources < 0 || sources > 100) {
      throw CommandFailure.usage("--need-sources is a percentage from 0 to 100");
    }
  }

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
