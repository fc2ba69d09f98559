package dev.stockade.fleet.ingest;

import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.fleet.duckdb.Compaction;
import dev.stockade.fleet.duckdb.DiskFailure;
import dev.stockade.fleet.duckdb.DuckDb;
import dev.stockade.fleet.duckdb.LakeStore;
import dev.stockade.fleet.duckdb.Sweeper;
import dev.stockade.fleet.duckdb.Underway;
import dev.stockade.fleet.lake.Catalog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code compact}. */
@Command(
    name = "compact",
    description = {
      "Writes the days of a lake that have many small files into few large ones, each of what had 1"
          + " GB at most.",
      "Questions that are under way still find the old files, which are removed an hour later, by the"
          + " next ingest or compact. The current day is left alone."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade-fleet.jar compact --lake /data/lake",
      "  java -jar stockade-fleet.jar compact --lake s3://fleet/lake --memory 4GB"
    })
public final class CompactCommand extends StockadeCommand {
  @Mixin private WorkOptions work;

  @Option(
      names = "--dry-run",
      description = "Only tells which days it would write anew, of which tables.")
  private boolean isDry;

  public CompactCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    try (LakeStore store = LakeStore.of(work.lake())) {
      store.requireLake();
      int removed = 0;
      if (!isDry) {
        store.lock();
        removed = new Sweeper(store).sweep(store.catalog());
        store.clean();
      }
      Catalog before = store.catalog();
      Compaction compaction = new Compaction(store, before);
      int days = compaction.plan().size();
      if (!isDry && days > 0) {
        write(store, compaction);
      }
      tell(compaction, days, removed);
      return ExitCode.OK;
    }
  }

  private void write(LakeStore store, Compaction compaction) {
    try (Underway underway = Underway.on(this);
        Connection connection = DuckDb.open(work.limits(), store.spill())) {
      compaction.write(connection, underway);
    } catch (SQLException e) {
      throw DiskFailure.of(store, e);
    } finally {
      store.clean();
    }
  }

  private void tell(Compaction compaction, int days, int removed) {
    if (isDry) {
      compaction.plan().forEach(day -> say("would write " + day));
    } else if (days > 0) {
      say(
          "wrote "
              + compaction.before()
              + " files of "
              + days
              + " days of tables into "
              + compaction.after());
    }
    if (days == 0) {
      say(
          "nothing to compact: no day of a table has more than "
              + Compaction.MANY
              + " small files");
    }
    if (removed > 0) {
      say("removed files that nothing names any more: " + removed);
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ok", true);
    result.put("dryRun", isDry);
    result.put("days", days);
    result.put("filesBefore", compaction.before());
    result.put("filesAfter", compaction.after());
    result.put("removed", removed);
    json(result);
  }
}
