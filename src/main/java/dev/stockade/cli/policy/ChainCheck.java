package dev.stockade.cli.policy;

import dev.stockade.cli.CommandFailure;
import dev.stockade.cli.JsonTree;
import dev.stockade.journal.Chain;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Follows the chain of one journal through its parts, the oldest first; see {@link Chain}. */
final class ChainCheck {
  /** One sentence for each place where the chain is broken, beginning with {@code FILE:LINE: }. */
  final List<String> breaks = new ArrayList<>();

  /** Records that name the line before. */
  long chained;

  /** Records from before the chain began. */
  long unchained;

  /** The hash of the last line; null where there was none. */
  String head;

  /** Whether the first chained record names a line that is not here. */
  boolean beginsInTheMiddle;

  /** The parts follow one another. */
  void read(Path part) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(part))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      long number = 1;
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b == '\n') {
          take(part, number++, line.toByteArray());
          line.reset();
        } else {
          line.write(b);
        }
      }
      if (line.size() > 0) {
        take(part, number, line.toByteArray());
      }
    } catch (IOException e) {
      throw CommandFailure.usage(part + ": cannot be read");
    }
  }

  private void take(Path part, long number, byte[] line) {
    Object prev = null;
    boolean isRecord = true;
    try {
      prev = JsonTree.object(new String(line, StandardCharsets.UTF_8)).get("prev");
    } catch (IOException | IllegalArgumentException e) {
      isRecord = false; // torn by a crash: the record after it names it all the same
    }
    String place = part + ":" + number + ": ";
    if (prev instanceof String) {
      if (chained == 0 && unchained == 0) {
        beginsInTheMiddle = !prev.equals(Chain.GENESIS) && head == null;
      }
      if (head != null && !prev.equals(head)) {
        breaks.add(
            place
                + "the line before is not the one that this record was written after: lines were"
                + " changed, removed or added there");
      }
      chained++;
    } else if (isRecord && chained > 0) {
      breaks.add(place + "this record has no prev: it was added, or written without the chain");
    } else if (isRecord) {
      unchained++;
    }
    head = Chain.hashOf(line);
  }
}
