package dev.stockade.cli.cbom;

import dev.stockade.cli.command.CommandFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables that lie in the jar: words of a line, {@code #} comments. */
final class Words {
  private Words() {}

  static List<String[]> of(String table) {
    List<String[]> rows = new ArrayList<>();
    try (InputStream in = Words.class.getResourceAsStream("/dev/stockade/cli/" + table)) {
      if (in == null) {
        throw new IOException("absent");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          rows.add(line.split(" ", -1));
        }
      }
    } catch (IOException e) {
      throw CommandFailure.failed(
          "the jar holds no " + table + ": it is not whole, download it again");
    }
    return rows;
  }
}
