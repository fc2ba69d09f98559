package dev.stockade.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Prints a rule's section of docs/rules.md, which the build packs into the jar. */
final class Explain {
  private static final String RULES = "/dev/stockade/cli/rules.md";
  private static final String SECTION = "## ";

  private Explain() {}

  static int print(String rule, PrintStream out, PrintStream err) throws IOException {
    StringBuilder known = new StringBuilder();
    boolean inside = false;
    boolean found = false;
    InputStream in = Explain.class.getResourceAsStream(RULES);
    if (in == null) {
      err.println("the jar holds no rules.md: it is not whole, download it again");
      return 1;
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(SECTION)) {
          String title = line.substring(SECTION.length()).trim();
          inside = title.equals(rule);
          found |= inside;
          known.append(known.length() == 0 ? "" : ", ").append(title);
        }
        if (inside) {
          out.println(line.startsWith(SECTION) ? rule : line);
        }
      }
    }
    if (!found) {
      err.println("unknown rule '" + rule + "'; the rules are " + known);
      return 2;
    }
    return 0;
  }
}
