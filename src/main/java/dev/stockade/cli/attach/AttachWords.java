package dev.stockade.cli.attach;

import picocli.CommandLine.Option;

/** Options for what is only done when it is asked for: each loses something. */
final class AttachWords {
  @Option(
      names = "--reset",
      description =
          "Begins anew: of what runs nothing goes on but what this command names and what the"
              + " start line's properties and environment say.")
  private boolean reset;

  @Option(
      names = "--downgrade",
      description = "Also where the Stockade that runs is newer than this jar.")
  private boolean downgrade;

  boolean reset() {
    return reset;
  }

  boolean downgrade() {
    return downgrade;
  }
}
