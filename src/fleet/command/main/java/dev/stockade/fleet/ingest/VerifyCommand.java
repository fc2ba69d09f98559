package dev.stockade.fleet.ingest;

import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.fleet.duckdb.DiskFailure;
import dev.stockade.fleet.duckdb.DuckDb;
import dev.stockade.fleet.duckdb.LakeCheck;
import dev.stockade.fleet.duckdb.LakeStore;
import dev.stockade.fleet.duckdb.Underway;
import dev.stockade.fleet.lake.Catalog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code verify}. */
@Command(
    name = "verify",
    description = {
      "Checks a lake: whether each file that a manifest names is there with its bytes and rows, and"
          + " whether the counts add up."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade-fleet.jar verify --lake /data/lake",
      "  java -jar stockade-fleet.jar verify --lake /data/lake --lines -o json"
    })
public final class VerifyCommand extends StockadeCommand {
  @Mixin private WorkOptions work;

  @Option(
      names = "--lines",
      description = "Also looks whether any line is there twice, which reads all days.")
  private boolean withLines;

  public VerifyCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    try (LakeStore store = LakeStore.of(work.lake())) {
      Catalog catalog = store.requireLake();
      LakeCheck check = new LakeCheck(store, catalog);
      List<String> faults;
      long repeated;
      try (Underway underway = Underway.on(this);
          Connection connection = DuckDb.open(work.limits(), store.spill())) {
        faults = check.run(connection, underway);
        repeated = withLines && faults.isEmpty() ? check.repeated(connection, underway) : 0;
      } catch (SQLException e) {
        throw DiskFailure.of(store, e);
      }
      return tell(catalog, check, faults, repeated);
    }
  }

  private int tell(Catalog catalog, LakeCheck check, List<String> faults, long repeated) {
    boolean well = faults.isEmpty() && repeated == 0;
    faults.forEach(this::say);
    if (repeated > 0) {
      say("lines that are there more than once: " + repeated);
    }
    if (well) {
      say("whole: " + catalog.files().size() + " files, " + check.rows() + " rows");
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ok", well);
    result.put("batches", catalog.manifests().size());
    result.put("files", catalog.files().size());
    result.put("rows", check.rows());
    result.put("repeated", repeated);
    result.put("faults", faults);
    json(result);
    return well ? ExitCode.OK : ExitCode.FAILED;
  }
}
