package dev.stockade.fleet.ship;

import dev.stockade.cli.Commands;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.JsonTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs {@code ship} in this JVM. */
final class Ship {
  final int exitCode;
  final String out;
  final String err;

  private Ship(int exitCode, String out, String err) {
    this.exitCode = exitCode;
    this.out = out;
    this.err = err;
  }

  static Ship run(Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            "stockade-fleet.jar");
    List<String> words = new ArrayList<>(List.of("ship"));
    for (Object argument : arguments) {
      words.add(argument.toString());
    }
    CommandLine commands =
        new CommandLine(new Top()).addSubcommand("ship", new ShipCommand(console));
    int exitCode = Commands.run(words.toArray(String[]::new), commands, console);
    return new Ship(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  Map<String, Object> json() throws IOException {
    return JsonTree.object(out);
  }

  @Override
  public String toString() {
    return exitCode + "\n" + out + err;
  }

  @Command(name = "stockade-fleet")
  private static final class Top {}
}
