package dev.stockade.aws.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables of facts that lie beside the classes: words of a line, {@code #} comments. */
public final class FactTable {
  private FactTable() {}

  /**
   * The lines of a table, each as its words. A jar that lacks it makes no program fail: nothing is
   * then recognised.
   */
  public static List<String[]> of(String resource) {
    List<String[]> facts = new ArrayList<>();
    try (InputStream in = FactTable.class.getResourceAsStream("/dev/stockade/aws/" + resource)) {
      if (in == null) {
        return facts;
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isEmpty() && line.charAt(0) != '#') {
          facts.add(line.split(" ", -1));
        }
      }
    } catch (IOException e) {
      facts.clear();
    }
    return facts;
  }

  /** A word of a table, where {@code -} stands for what is not known. */
  public static String known(String word) {
    return word.equals("-") ? null : word;
  }
}
