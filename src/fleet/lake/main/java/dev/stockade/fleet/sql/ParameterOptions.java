package dev.stockade.fleet.sql;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What questions leave open, as options. */
public final class ParameterOptions {
  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "First day, UTC (default: 29 days before the last).")
  private String from;

  @Option(names = "--to", paramLabel = "DAY", description = "Last day, UTC (default: today).")
  private String to;

  @Option(
      names = "--quiet",
      paramLabel = "DAY",
      description = "Not seen since then is gone (default: 6 days before the last).")
  private String quiet;

  @Option(
      names = "--days",
      paramLabel = "NUMBER",
      description = "Days to be seen before a service is ready (default 14).")
  private String days;

  @Option(
      names = "--services",
      paramLabel = "NUMBER",
      description = "Services that share a destination, at least (default 5).")
  private String services;

  @Option(
      names = "--within",
      paramLabel = "NUMBER",
      description = "Days in which what ends is said to end soon (default 30).")
  private String within;

  /**
   * Those that were given, and the standard for the others.
   *
   * @throws dev.stockade.cli.command.CommandFailure when one is not of its form
   */
  public Parameters parameters() {
    Map<Parameter, String> given = new EnumMap<>(Parameter.class);
    given.put(Parameter.FROM, from);
    given.put(Parameter.TO, to);
    given.put(Parameter.QUIET, quiet);
    given.put(Parameter.DAYS, days);
    given.put(Parameter.SERVICES, services);
    given.put(Parameter.WITHIN, within);
    return Parameters.of(given, LocalDate.now(ZoneOffset.UTC));
  }

  /** Whether the days were limited. */
  public boolean isLimited() {
    return from != null || to != null;
  }
}
