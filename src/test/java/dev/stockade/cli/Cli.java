package dev.stockade.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stockade.cli.command.Console;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;

/** One run of a command: exit code and what was printed. */
public record Cli(int exitCode, String out, String err) {
  public static Cli run(Object... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] arguments = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      arguments[i] = words[i].toString();
    }
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            "stockade.jar");
    int exitCode = Commands.run(arguments, console);
    return new Cli(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }

  public List<String> lines() {
    return out.lines().toList();
  }
}
