package dev.stockade.fleet.command;

import dev.stockade.cli.Commands;
import dev.stockade.cli.command.Console;

/** Main class of stockade-fleet.jar. */
public final class Fleet {
  private Fleet() {}

  public static void main(String[] arguments) {
    System.exit(
        run(arguments, new Console(System.in, System.out, System.err, "stockade-fleet.jar")));
  }

  /**
   * Runs a command.
   *
   * @return one of {@link dev.stockade.cli.command.ExitCode}
   */
  public static int run(String[] arguments, Console console) {
    return Commands.run(arguments, FleetCommands.of(console), console);
  }
}
