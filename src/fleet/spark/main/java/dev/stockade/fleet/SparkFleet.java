package dev.stockade.fleet;

import dev.stockade.cli.Commands;
import dev.stockade.cli.command.Console;
import dev.stockade.fleet.spark.SparkCommands;

/** Main class of stockade-fleet-spark.jar, for {@code spark-submit --class}. */
public final class SparkFleet {
  private SparkFleet() {}

  public static void main(String[] arguments) {
    int exitCode =
        run(arguments, new Console(System.in, System.out, System.err, "stockade-fleet-spark.jar"));
    // In cluster mode the end of main is the success of the application.
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  /**
   * Runs a command in the session that there is, or in a new one.
   *
   * @return one of {@link dev.stockade.cli.command.ExitCode}
   */
  public static int run(String[] arguments, Console console) {
    return Commands.run(arguments, SparkCommands.of(console), console);
  }
}
