package dev.stockade.fleet.spark;

import dev.stockade.fleet.SparkFleet;
import dev.stockade.fleet.kit.CommandRun;
import dev.stockade.fleet.kit.FleetRun;

/** Runs a command on either engine. */
final class Run {
  private Run() {}

  static CommandRun duckDb(String... words) {
    return FleetRun.of((Object) words);
  }

  static CommandRun spark(String... words) {
    return CommandRun.of(SparkFleet::run, "stockade-fleet-spark.jar", (Object) words);
  }
}
