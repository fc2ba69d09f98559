package dev.stockade.fleet.ship;

import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.EndSignal;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.Seconds;
import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.cli.journal.JournalParts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ship}. */
@Command(
    name = "ship",
    description = {
      "Ships what journals get to S3, CloudWatch Logs or Firehose, beside the services.",
      "What cannot be sent waits on the disk. After a restart it goes on where it was: in S3 every"
          + " record is once, in the others at least once."
    },
    footer = {
      "",
      "Credentials, region and endpoints come from where the AWS SDK looks for them.",
      "",
      "Examples:",
      "  java -jar stockade-fleet.jar ship /var/log/app --to s3://fleet-logs --state /var/lib/ship",
      "  java -jar stockade-fleet.jar ship /var/log/app --to cloudwatch-logs:/stockade/prod",
      "  java -jar stockade-fleet.jar ship /var/log/app --to s3://fleet-logs --once --dry-run"
    })
public final class ShipCommand extends StockadeCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "JOURNAL",
      description = {
        "Journal files, folders with journals (*.ndjson) in and below them, or names with * and ?;"
            + " also of what will be there later.",
        "Parts that were put aside (JOURNAL.1, JOURNAL.2.gz) are shipped too."
      })
  private List<String> words;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "PLACE",
      description = "s3://bucket/prefix, cloudwatch-logs:GROUP or firehose:STREAM.")
  private String to;

  @Option(
      names = "--state",
      paramLabel = "FOLDER",
      defaultValue = "stockade-ship",
      description = "Where it remembers how far it read, and what is not sent yet (stockade-ship).")
  private Path state;

  @Option(
      names = "--spool-size",
      paramLabel = "SIZE",
      converter = SpoolSize.class,
      defaultValue = "1g",
      description = {
        "What may wait on the disk (1g). Then the oldest folded records are given up, then the"
            + " oldest others; records of kind dropped tell how many."
      })
  private long spoolSize;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      converter = Seconds.class,
      description = "How long a record waits for others (5m for s3, 5s for the others).")
  private Integer every;

  @Option(names = "--once", description = "Ships what is there, then ends.")
  private boolean once;

  @Option(names = "--dry-run", description = "Says what would be shipped, and does nothing.")
  private boolean dryRun;

  public ShipCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ShipWishes wishes =
        new ShipWishes(
            words, to, state.toAbsolutePath(), spoolSize, every == null ? 0 : every * 1_000L, once);
    if (once || dryRun) {
      JournalParts.of(words, false); // Says which word stands for nothing.
    }
    if (dryRun) {
      Destinations.of(to, this::remark).close();
      Map<String, Object> would = DryRun.of(wishes, this::remark);
      say(
          "would ship %s records (%s bytes) to %s, and %s that wait in %s"
              .formatted(
                  would.get("records"),
                  would.get("bytes"),
                  to,
                  would.get("spooledRecords"),
                  state));
      json(would);
      return ExitCode.OK;
    }
    // Until what became of it is told.
    try (EndSignal signal = EndSignal.listen("stockade-ship-end", 30);
        Shipping shipping = Shipping.of(wishes, this::remark)) {
      shipping.run(signal);
      Map<String, Object> status = shipping.status();
      say(summary(status));
      json(status);
    }
    return ExitCode.OK;
  }

  private static String summary(Map<String, Object> status) {
    return "%s records read, %s shipped to %s, %s wait, %s refused, %s given up (%s folded)"
        .formatted(
            status.get("read"),
            status.get("shipped"),
            status.get("to"),
            status.get("spooledRecords"),
            status.get("refused"),
            (Long) status.get("foldedGivenUp") + (Long) status.get("othersGivenUp"),
            status.get("foldedGivenUp"));
  }
}
