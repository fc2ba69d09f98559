package dev.stockade.fleet.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stockade.cli.command.Console;
import dev.stockade.fleet.SparkFleet;
import dev.stockade.fleet.command.Fleet;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * What a command printed.
 *
 * @param out its lines on standard output
 * @param err all of standard error
 */
record Run(int exitCode, List<String> out, String err) {
  private interface Main {
    int run(String[] arguments, Console console);
  }

  static Run duckDb(String... arguments) {
    return run(Fleet::run, arguments);
  }

  static Run spark(String... arguments) {
    return run(SparkFleet::run, arguments);
  }

  private static Run run(Main main, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        main.run(
            arguments,
            new Console(
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                "test.jar"));
    return new Run(exitCode, out.toString(UTF_8).lines().toList(), err.toString(UTF_8));
  }
}
