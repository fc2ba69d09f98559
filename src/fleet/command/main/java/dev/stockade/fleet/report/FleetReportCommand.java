package dev.stockade.fleet.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.cli.command.WrittenFile;
import dev.stockade.cli.report.Fixes;
import dev.stockade.cli.report.Needs;
import dev.stockade.cli.report.Report;
import dev.stockade.cli.report.ReportFormat;
import dev.stockade.fleet.duckdb.Underway;
import dev.stockade.fleet.sql.Parameter;
import dev.stockade.fleet.sql.Parameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code report}. */
@Command(
    name = "report",
    description = {
      "Tells from a lake whether a fleet, and each of its services, may be enforced, and why.",
      "Then what would break, whose it is, and how the agents do: as stockade.jar's report does of"
          + " journals."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade-fleet.jar report --lake lake",
      "  java -jar stockade-fleet.jar report --lake lake --owners services.csv --expected hosts.csv"
          + " --format html --to fleet.html"
    })
public final class FleetReportCommand extends StockadeCommand {
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

  @Option(
      names = "--owners",
      paramLabel = "FILE",
      description = "CSV with the columns service and owner.")
  private String owners;

  @Option(
      names = "--expected",
      paramLabel = "FILE",
      description =
          "CSV with the columns service and instance, or one of them, and perhaps version, the"
              + " oldest that will do: where an agent should be.")
  private String expected;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "A policy file whose exceptions may be unused or end soon; may come again.")
  private List<String> policies = new ArrayList<>();

  @Option(
      names = "--quiet",
      paramLabel = "DAY",
      description =
          "An agent that was not seen since then is silent (default: 6 days before the last).")
  private String quiet;

  @Option(
      names = "--shared",
      paramLabel = "N",
      description = "Services that share a destination, at least (default 5).")
  private String shared;

  @Mixin private LakeOptions options;

  @Mixin private Needs needs;

  public FleetReportCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException {
    needs.check();
    if (isJson() && format != ReportFormat.text && format != ReportFormat.json) {
      throw CommandFailure.usage("either --format " + format + " or -o json");
    }
    ReportFormat form = isJson() ? ReportFormat.json : format;
    options.refuse(to);
    Map<Parameter, String> given = new EnumMap<>(Parameter.class);
    given.put(Parameter.QUIET, quiet);
    given.put(Parameter.SERVICES, shared);
    Parameters parameters = options.parameters(given);
    Expected agents = expected == null ? null : Expected.read(expected);
    long now = System.currentTimeMillis();
    String text;
    try (Underway underway = Underway.on(this);
        ChosenLake lake = options.open(parameters, underway)) {
      text = form.of(report(lake, form, agents, now), now);
    }
    if (to != null) {
      WrittenFile.write(to, text.getBytes(UTF_8), this::remark);
    } else {
      write(text);
    }
    return ExitCode.OK;
  }

  private Report report(ChosenLake lake, ReportFormat form, Expected agents, long now)
      throws IOException {
    Owners known = Owners.of(lake, owners);
    Excepted.replace(lake, policies);
    FleetRecords records = new FleetRecords(lake, needs);
    RowLimits rows = RowLimits.of(form, all);
    Report report =
        Report.ofFleet(
            records.whole(),
            records.input(),
            needs,
            known::of,
            new Fixes(),
            rows.findings(),
            rows.others(),
            now);
    new FleetSections(report, lake, rows.others()).add(records, known, agents, rows.services());
    return report;
  }
}
