package dev.stockade.fleet.cloudtrail;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.cli.journal.Progress;
import dev.stockade.fleet.answer.AnswerFormat;
import dev.stockade.fleet.duckdb.Lake;
import dev.stockade.fleet.duckdb.LakeStore;
import dev.stockade.fleet.duckdb.LimitOptions;
import dev.stockade.fleet.sql.Parameter;
import dev.stockade.fleet.sql.ParameterOptions;
import dev.stockade.fleet.sql.Parameters;
import dev.stockade.fleet.storage.Storage;
import dev.stockade.fleet.storage.Storages;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code join}. */
@Command(
    name = "join",
    description = {
      "Reads what is new of AWS's own log into a lake, and joins it with the calls that agents saw"
          + " (aws.request-ids=true).",
      "Tells where the two disagree on TLS or the access key, which of our calls CloudTrail lacks,"
          + " and which calls of our principals no agent saw: a process without Stockade."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade-fleet.jar join --lake lake --cloudtrail s3://trail-bucket/AWSLogs/",
      "  java -jar stockade-fleet.jar join --lake lake --from 2026-11-01 --only unseen --format csv"
    })
public final class JoinCommand extends StockadeCommand {
  @Option(
      names = "--cloudtrail",
      paramLabel = "PLACE",
      description =
          "Folder or s3://bucket/prefix with CloudTrail's files; without it, what the lake has.")
  private String trail;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private AnswerFormat format = AnswerFormat.text;

  @Option(
      names = "--only",
      paramLabel = "PART",
      description = "One of ${COMPLETION-CANDIDATES}; csv is of one.")
  private Section only;

  @Option(names = "--dry-run", description = "Only counts the files that would be read.")
  private boolean dryRun;

  @Option(
      names = "--lake",
      required = true,
      paramLabel = "PLACE",
      description = "The lake: a folder, or s3://bucket/prefix.")
  private String lake;

  @Mixin private LimitOptions limits;

  @Mixin private ParameterOptions options;

  public JoinCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    AnswerFormat form = isJson() ? AnswerFormat.json : format;
    Parameters parameters = options.parameters();
    if (form == AnswerFormat.csv && only == null) {
      throw CommandFailure.usage(
          "--format csv is one table: name it by --only totals, agreement, lacking or unseen");
    }
    TrailCounts counts = trail == null ? null : read();
    if (dryRun && counts != null) {
      say(TrailText.plan(counts));
      json(counts.numbers());
      return ExitCode.OK;
    }
    if (counts != null && form == AnswerFormat.text) {
      TrailText.of(counts).forEach(this::say);
    } else if (counts != null) {
      TrailText.faults(counts).forEach(this::remark);
    }
    report(form, parameters, counts);
    return counts == null || counts.isWhole() ? ExitCode.OK : ExitCode.FAILED;
  }

  private TrailCounts read() {
    Progress progress = Progress.on(this);
    try (Storage from = Storages.of(trail);
        LakeStore store = LakeStore.of(lake)) {
      TrailIngest ingest = new TrailIngest(from, store, limits.limits(), progress);
      return dryRun ? ingest.count() : ingest.run();
    } finally {
      progress.end();
    }
  }

  private void report(AnswerFormat form, Parameters parameters, TrailCounts counts) {
    List<Section> sections = only == null ? List.of(Section.values()) : List.of(only);
    try (Lake open =
        Lake.open(
            lake, limits.limits(), parameters.get(Parameter.FROM), parameters.get(Parameter.TO))) {
      new JoinReport(open, parameters, line -> write(line + "\n")).write(form, sections, counts);
    }
  }
}
