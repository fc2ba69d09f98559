package dev.stockade.fleet.dims;

import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Files of which an ingest makes tables anew, as a whole. */
public final class DimensionOptions {
  @Option(
      names = "--owners",
      paramLabel = "FILE",
      description = "Lines SERVICE,OWNER: who owns the services, in place of what was told before.")
  private String owners;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "A policy file, may be repeated: the exceptions, in place of what was told before.")
  private List<String> policies;

  /**
   * The tables of which a file was given, with all their rows; none where there was none.
   *
   * @throws dev.stockade.cli.command.CommandFailure when a file cannot be read as what it should be
   */
  public Map<Table, List<Object[]>> tables() {
    Map<Table, List<Object[]>> tables = new LinkedHashMap<>();
    if (owners != null) {
      tables.put(Tables.named(Tables.SERVICES), DimensionRows.owners(owners));
    }
    if (policies != null) {
      tables.put(Tables.named(Tables.EXCEPTIONS), DimensionRows.exceptions(policies));
    }
    return tables;
  }
}
