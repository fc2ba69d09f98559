package dev.stockade.fleet.kit;

import dev.stockade.cli.Commands;
import dev.stockade.fleet.command.Fleet;

/** Runs commands. */
public final class FleetRun {
  private FleetRun() {}

  /** Of stockade-fleet.jar. */
  public static CommandRun of(Object... words) {
    return CommandRun.of(Fleet::run, "stockade-fleet.jar", words);
  }

  /** Of stockade.jar. */
  public static CommandRun core(Object... words) {
    return CommandRun.of(Commands::run, "stockade.jar", words);
  }
}
