package dev.stockade.fleet.report;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.fleet.duckdb.Lake;
import dev.stockade.fleet.duckdb.Limits;
import dev.stockade.fleet.duckdb.Underway;
import dev.stockade.fleet.sql.Parameter;
import dev.stockade.fleet.sql.Parameters;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which lake, which of its days, and which service. */
final class LakeOptions {
  private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

  @Option(
      names = "--lake",
      required = true,
      paramLabel = "PLACE",
      description = "A folder or s3://bucket/prefix.")
  private String place;

  @Option(
      names = {"--from", "--since"},
      paramLabel = "DAY",
      description = "First day, UTC (default: 29 days before the last).")
  private String from;

  @Option(
      names = "--until",
      paramLabel = "DAY",
      description = "Last day, UTC, and all of it (default: today).")
  private String until;

  @Option(names = "--service", paramLabel = "NAME", description = "Only records of this service.")
  private String service;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      description = "What DuckDB may take, such as 500MB or 4GB (default ${DEFAULT-VALUE}).")
  private String memory = Limits.MEMORY;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of DuckDB (default: one for each processor).")
  private int threads = Runtime.getRuntime().availableProcessors();

  /** The days, and standard numbers for all but what is given. */
  Parameters parameters(Map<Parameter, String> given) {
    Map<Parameter, String> all = new EnumMap<>(Parameter.class);
    all.putAll(given);
    all.put(Parameter.FROM, checked("--from", from));
    all.put(Parameter.TO, checked("--until", until));
    return Parameters.of(all, LocalDate.now(ZoneOffset.UTC));
  }

  /**
   * Throws where writing a file, null for none, would write into the lake, or where a day was meant
   * as {@code sql --to} takes one.
   */
  void refuse(String file) {
    if (file != null && file.matches(DAY)) {
      throw CommandFailure.usage(
          file + " would be the name of a file: the last day is told by --until " + file);
    }
    if (file != null
        && Path.of(file)
            .toAbsolutePath()
            .normalize()
            .startsWith(Path.of(place).toAbsolutePath().normalize())) {
      throw CommandFailure.usage(file + " lies in the lake: choose another place");
    }
  }

  /** What {@link Parameters} would call by another option's name. */
  private static String checked(String option, String day) {
    if (day != null && !day.matches(DAY)) {
      throw CommandFailure.usage(option + " must be a day such as 2026-11-23, not " + day);
    }
    return day;
  }

  /** Opens the lake with nothing in it but what was chosen. */
  ChosenLake open(Parameters parameters, Underway underway) {
    if (!memory.matches("[1-9][0-9]{0,6}(MB|GB)")) {
      throw CommandFailure.usage("--memory must be a size such as 500MB or 4GB, not " + memory);
    }
    if (threads < 1 || threads > 1024) {
      throw CommandFailure.usage("--threads must be a number from 1 to 1024");
    }
    String first = parameters.get(Parameter.FROM);
    String last = parameters.get(Parameter.TO);
    Lake lake = Lake.open(place, new Limits(memory, threads), first, last, underway);
    try {
      List<String> days = lake.catalog().days();
      if (days.stream().noneMatch(day -> day.compareTo(first) >= 0 && day.compareTo(last) <= 0)) {
        throw CommandFailure.usage(
            place
                + ": no record from "
                + first
                + " to "
                + last
                + (days.isEmpty()
                    ? ", as it is empty"
                    : "; there are days from " + days.get(0) + " to " + days.get(days.size() - 1)));
      }
      return new ChosenLake(lake, parameters, service, underway);
    } catch (RuntimeException e) {
      lake.close();
      throw e;
    }
  }
}
