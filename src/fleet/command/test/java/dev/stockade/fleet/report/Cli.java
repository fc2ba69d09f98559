package dev.stockade.fleet.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stockade.cli.Commands;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.JsonTree;
import dev.stockade.fleet.command.Fleet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** What a command said. */
record Cli(int exitCode, String out, String err) {
  static Cli fleet(Object... words) {
    return run(console -> Fleet.run(texts(words), console));
  }

  /** A command of stockade.jar. */
  static Cli core(Object... words) {
    return run(console -> Commands.run(texts(words), console));
  }

  private static String[] texts(Object... words) {
    return Stream.of(words).map(String::valueOf).toArray(String[]::new);
  }

  private static Cli run(ToIntFunction<Console> command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        command.applyAsInt(
            new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                "stockade.jar"));
    return new Cli(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }

  Map<String, Object> json() throws IOException {
    return JsonTree.object(out);
  }
}
