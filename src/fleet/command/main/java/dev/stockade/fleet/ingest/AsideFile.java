package dev.stockade.fleet.ingest;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.JsonText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The lines of a batch that are no records, with their places and reasons. */
final class AsideFile {
  private static final int MAX_NAME = 4096;

  private final Path file;
  private BufferedWriter out;

  /** Made when the first line comes. */
  AsideFile(Path file) {
    this.file = file;
  }

  void add(String source, long line, String why, byte[] bytes) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("file", source.substring(Math.max(0, source.length() - MAX_NAME)));
    members.put("line", line);
    members.put("why", why);
    members.put("bytes", Base64.getEncoder().encodeToString(bytes));
    try {
      if (out == null) {
        Files.createDirectories(file.getParent());
        out = Files.newBufferedWriter(file);
      }
      out.write(JsonText.of(members));
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
