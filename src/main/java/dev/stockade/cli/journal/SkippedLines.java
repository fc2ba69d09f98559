package dev.stockade.cli.journal;

import dev.stockade.cli.command.YamlText;
import java.nio.file.Path;

/** Lines of journals that are no records: how many, and where the first is and why. */
final class SkippedLines {
  private static final int MAX_REASON = 200;

  private long count;
  private String first;

  void add(Path part, long line, String why) {
    count++;
    if (first == null) {
      String reason = YamlText.cut("" + why, MAX_REASON);
      first = part + ":" + line + ": not a whole record, skipped: " + reason;
    }
  }

  long count() {
    return count;
  }

  /** A sentence on all of them; null where there were none. */
  String remark() {
    if (count < 2) {
      return first;
    }
    String more = count == 2 ? "1 more line was" : count - 1 + " more lines were";
    return first + "; " + more + " skipped too";
  }
}
