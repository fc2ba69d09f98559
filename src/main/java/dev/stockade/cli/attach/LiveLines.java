package dev.stockade.cli.attach;

import java.util.function.Consumer;

/**
 * The findings that an engine keeps in {@code stockade.live} while a command watches: the newest
 * 200 lines, each a number, a tab and the finding.
 */
final class LiveLines {
  private final Consumer<String> out;
  private long seen;

  LiveLines(Consumer<String> out) {
    this.out = out;
  }

  /** Passes on what was not seen yet, and says how many were missed. */
  void update(String property) {
    for (String line : property.split("\n", 0)) {
      int tab = line.indexOf('\t');
      if (tab < 1 || !line.substring(0, tab).matches("[0-9]{1,18}")) {
        continue;
      }
      long number = Long.parseLong(line.substring(0, tab));
      if (number <= seen) {
        continue;
      }
      if (seen > 0 && number > seen + 1) {
        out.accept("… " + (number - seen - 1) + " more");
      }
      seen = number;
      out.accept(line.substring(tab + 1));
    }
  }
}
