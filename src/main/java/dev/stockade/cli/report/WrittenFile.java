package dev.stockade.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;

/** The place that a result goes to: a file, or standard output. */
final class WrittenFile {
  private final Console console;
  private final String file;

  /**
   * @param file null for standard output
   */
  WrittenFile(Console console, String file) {
    this.console = console;
    this.file = file;
  }

  /**
   * @param isForTerminal whether a terminal may obey characters in it
   */
  void write(String text, boolean isForTerminal) {
    String safe = isForTerminal ? printable(text) : text;
    // A lone half of a pair becomes a question mark, as UTF-8 has none.
    byte[] bytes = safe.getBytes(UTF_8);
    if (file == null) {
      if (isForTerminal) {
        console.out().print(safe);
      } else {
        console.out().write(bytes, 0, bytes.length);
      }
      console.out().flush();
      return;
    }
    try {
      Files.write(Paths.get(file), bytes);
    } catch (IOException | InvalidPathException e) {
      throw CommandFailure.failed(file + ": cannot be written");
    }
  }

  private static String printable(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      lines.add(Printable.text(line));
    }
    return String.join("\n", lines);
  }
}
