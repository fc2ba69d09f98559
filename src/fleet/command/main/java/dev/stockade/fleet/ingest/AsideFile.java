package dev.stockade.fleet.ingest;

import dev.stockade.cli.command.CommandFailure;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The lines of a batch that are no records, with their places and reasons. */
final class AsideFile {
  private final Path file;
  private BufferedWriter out;

  /** Made when the first line comes. */
  AsideFile(Path file) {
    this.file = file;
  }

  void add(String line) {
    try {
      if (out == null) {
        Files.createDirectories(file.getParent());
        out = Files.newBufferedWriter(file);
      }
      out.write(line);
      out.write('\n');
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** The finished file; null where there was no such line. */
  Path finish() {
    try {
      if (out == null) {
        return null;
      }
      out.close();
      return file;
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private CommandFailure failure(IOException e) {
    return CommandFailure.failed(file + ": cannot be written: " + e.getMessage());
  }
}
