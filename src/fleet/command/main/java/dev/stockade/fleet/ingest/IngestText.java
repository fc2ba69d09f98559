package dev.stockade.fleet.ingest;

import java.util.ArrayList;
import java.util.List;

/** What an ingest did, for people. */
final class IngestText {
  private final Totals totals;
  private final boolean isDry;

  IngestText(Totals totals, boolean isDry) {
    this.totals = totals;
    this.isDry = isDry;
  }

  List<String> lines(Ingest ingest, Batches batches, int files) {
    List<String> lines = new ArrayList<>();
    String found = ingest.files() + " of " + files + (files == 1 ? " file" : " files");
    if (isDry) {
      lines.add("would read " + totals.read + " lines that are new, of " + found);
      lines.add("would keep " + totals.aside + " aside");
      return lines;
    }
    if (batches.count() == 0 && totals.read == 0) {
      lines.add("nothing new in " + files + (files == 1 ? " file" : " files"));
    } else {
      lines.add(
          "read "
              + totals.read
              + " = stored "
              + totals.stored
              + " + repeated "
              + totals.repeated
              + " + aside "
              + totals.aside
              + ", of "
              + found);
    }
    if (!totals.addUp()) {
      lines.add("that does not add up: please report it");
    }
    add(
        lines,
        totals.aside,
        "kept in aside/, with their places and reasons: lines that are no records: ");
    add(lines, totals.conflicts, "kept though they claim the number of another record: ");
    add(
        lines,
        totals.oddTimes,
        "kept though their clock was wrong (before 2020, or in the future): ");
    add(lines, ingest.unfinished(), "last lines without an end, which wait for the next ingest: ");
    return lines;
  }

  private static void add(List<String> lines, long count, String text) {
    if (count > 0) {
      lines.add(text + count);
    }
  }
}
