package dev.stockade.fleet.cloudtrail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was read of a trail, for people. */
final class TrailText {
  private static final int NAMED = 20;

  private TrailText() {}

  /** Before anything is read. */
  static String plan(TrailCounts counts) {
    return counts.files
        + " files of CloudTrail to read, "
        + counts.known
        + " known from before; "
        + counts.others
        + " other files (digests, insights) left out";
  }

  static List<String> of(TrailCounts counts) {
    List<String> lines = new ArrayList<>();
    lines.add(
        counts.files
            + " files of CloudTrail read, "
            + counts.known
            + " known from before, "
            + counts.broken.size()
            + " broken; "
            + counts.others
            + " other files (digests, insights) left out");
    lines.add(
        counts.read
            + " events read = "
            + counts.stored
            + " stored + "
            + counts.repeated()
            + " repeated + "
            + counts.asideSum()
            + " aside");
    lines.addAll(faults(counts));
    return lines;
  }

  /** One line for each kind of event that is no row, and for each file that is broken. */
  static List<String> faults(TrailCounts counts) {
    List<String> lines = new ArrayList<>();
    counts.aside.forEach((why, count) -> lines.add("aside: " + count + " events: " + why));
    int named = 0;
    for (Map.Entry<String, String> file : counts.broken.entrySet()) {
      if (named++ == NAMED) {
        lines.add("broken: " + (counts.broken.size() - NAMED) + " more files");
        break;
      }
      lines.add("broken: " + file.getKey() + ": " + file.getValue());
    }
    return lines;
  }
}
