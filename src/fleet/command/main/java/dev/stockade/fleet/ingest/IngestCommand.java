package dev.stockade.fleet.ingest;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.cli.journal.Progress;
import dev.stockade.fleet.dims.DimensionOptions;
import dev.stockade.fleet.duckdb.DiskFailure;
import dev.stockade.fleet.duckdb.DuckDb;
import dev.stockade.fleet.duckdb.LakeStore;
import dev.stockade.fleet.duckdb.Sweeper;
import dev.stockade.fleet.lake.Catalog;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.source.Source;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest}. */
@Command(
    name = "ingest",
    description = {
      "Reads journals into a lake: Parquet files by table and day, each line once.",
      "What was read before is known again, also under another name: of a journal that grew, its"
          + " new lines are read. A line that is no record is kept aside with its place and reason."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade-fleet.jar ingest /var/log/apps --lake /data/lake",
      "  java -jar stockade-fleet.jar ingest s3://logs/journals --lake s3://fleet/lake --threads 8",
      "  java -jar stockade-fleet.jar ingest journals --lake lake --owners services.csv --policy"
          + " stockade.yaml"
    })
public final class IngestCommand extends StockadeCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "SOURCE",
      description = {
        "Journal files, folders with journals (*.ndjson) in and below them, names with * and ?, or",
        "s3://bucket/prefix. Parts that were put aside (JOURNAL.1, JOURNAL.2.gz) are read too."
      })
  private List<String> sources;

  @Mixin private WorkOptions work;

  @Option(
      names = "--aside",
      paramLabel = "fail|keep",
      description =
          "What is done with a line that is no record: keep it aside (default), or fail before its"
              + " batch is written.")
  private String aside = "keep";

  @Option(
      names = "--host-from-path",
      paramLabel = "N",
      description =
          "The name of the host is that of the Nth folder above the file; it is put before the"
              + " instance. For instances whose names are the same on many hosts.")
  private int hostLevels;

  @Mixin private DimensionOptions dimensions;

  @Option(names = "--dry-run", description = "Only reads, and tells what it would do.")
  private boolean isDry;

  public IngestCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    IngestPlan plan = plan();
    Map<Table, List<Object[]>> told = dimensions.tables();
    try (Sources files = Sources.of(sources);
        LakeStore store = LakeStore.of(work.lake())) {
      if (!isDry) {
        store.lock();
      }
      Catalog before = store.catalog();
      if (!isDry) {
        new Sweeper(store).sweep(before);
        store.clean();
      }
      try (Connection connection = DuckDb.open(plan.limits().onOneThread(), store.spill());
          Batches batches = Batches.of(plan, store, before, connection)) {
        Ingest ingest = new Ingest(plan, Progress.on(this), before, batches);
        List<Source> all = files.all();
        ingest.run(all);
        if (!isDry) {
          Dimensions tables = new Dimensions(store, connection);
          for (Map.Entry<Table, List<Object[]>> one : told.entrySet()) {
            tables.write(one.getKey(), one.getValue());
          }
        }
        return told(ingest, batches, all.size());
      } catch (SQLException e) {
        throw DiskFailure.of(store, e);
      } finally {
        if (!isDry) {
          store.clean();
        }
      }
    }
  }

  private IngestPlan plan() {
    if (!aside.equals("keep") && !aside.equals("fail")) {
      throw CommandFailure.usage("--aside " + aside + ": not one of fail, keep");
    }
    if (hostLevels < 0) {
      throw CommandFailure.usage("--host-from-path " + hostLevels + ": not a number from 1");
    }
    return new IngestPlan(work.limits(), isDry, aside.equals("fail"), hostLevels);
  }

  private int told(Ingest ingest, Batches batches, int files) {
    Totals totals = batches.totals();
    boolean well = (isDry || totals.addUp()) && ingest.unread().isEmpty();
    ingest.unread().forEach(this::remark);
    new IngestText(totals, isDry).lines(ingest, batches, files).forEach(this::say);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ok", well);
    result.put("dryRun", isDry);
    result.put("files", files);
    result.put("filesRead", ingest.files());
    result.put("filesUnread", new ArrayList<>(ingest.unread()));
    result.put("unfinished", ingest.unfinished());
    result.put("batches", batches.count());
    result.putAll(totals.map());
    json(result);
    return well ? ExitCode.OK : ExitCode.FAILED;
  }
}
