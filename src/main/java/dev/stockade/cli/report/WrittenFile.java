package dev.stockade.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stockade.cli.command.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Paths;

/**
 * A file that takes a result, in UTF-8; a lone half of a surrogate pair becomes a question mark.
 */
final class WrittenFile {
  private WrittenFile() {}

  /** Over what is there. */
  static void write(String file, String text) {
    try {
      Files.write(Paths.get(file), text.getBytes(UTF_8));
    } catch (IOException | InvalidPathException e) {
      throw CommandFailure.failed(file + ": cannot be written");
    }
  }
}
