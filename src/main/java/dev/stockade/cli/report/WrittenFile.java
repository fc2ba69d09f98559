package dev.stockade.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;

/**
 * A file that takes a result, in UTF-8; a lone half of a surrogate pair becomes a question mark.
 */
public final class WrittenFile {
  private WrittenFile() {}

  /**
   * Over what is there, which no reader sees half of. What is no file, as a pipe is, takes it as it
   * comes.
   */
  public static void write(String file, String text) {
    try {
      byte[] content = text.getBytes(UTF_8);
      Path path = Paths.get(file);
      if (!Files.exists(path)) {
        WholeFile.writePublic(path.toAbsolutePath(), content);
      } else if (Files.isRegularFile(path)) {
        WholeFile.writePublic(path.toRealPath(), content);
      } else {
        Files.write(path, content);
      }
    } catch (IOException | InvalidPathException e) {
      throw CommandFailure.failed(file + ": cannot be written");
    }
  }
}
