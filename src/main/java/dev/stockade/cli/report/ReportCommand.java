package dev.stockade.cli.report;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.StockadeCommand;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code report}. */
@Command(
    name = "report",
    description = {
      "Tells from journals whether their policy may be enforced: ready, not ready, or not enough"
          + " seen, and why.",
      "Then what would break and how to fix it, AWS calls, what TLS is in use, certificates,"
          + " exceptions, and how the agents did."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade.jar report /var/log/app",
      "  java -jar stockade.jar report --policy new.yaml --since 7d stockade.ndjson",
      "  java -jar stockade.jar report --format html --to report.html /var/log/app"
    })
public final class ReportCommand extends StockadeCommand {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private ReportFormat format = ReportFormat.text;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Writes it there, over what is there, instead of to standard output.")
  private String to;

  @Option(names = "--all", description = "Names every row, not only the first of each table.")
  private boolean all;

  @Mixin private Selection selection;

  @Mixin private Needs needs;

  public ReportCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException {
    needs.check();
    if (isJson() && format != ReportFormat.text && format != ReportFormat.json) {
      throw CommandFailure.usage("either --format " + format + " or -o json");
    }
    ReportFormat form = isJson() ? ReportFormat.json : format;
    selection.refuse(to);
    long now = System.currentTimeMillis();
    Gathering gathered = selection.gather(this);
    Report report =
        new Report(
            gathered,
            selection.journals(),
            needs,
            selection.policy(),
            new Fixes(),
            all ? Integer.MAX_VALUE : form.maxRows(),
            now);
    String text = form.of(report, now);
    if (to != null) {
      WrittenFile.write(to, text);
    } else if (form == ReportFormat.text) {
      TextForm.of(report).forEach(this::say);
    } else {
      write(text);
    }
    return ExitCode.OK;
  }
}
