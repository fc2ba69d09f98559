package dev.stockade.cli.journal;

import dev.stockade.base.Digest;
import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.JsonTree;
import dev.stockade.journal.format.RecordForm;
import dev.stockade.journal.record.HashChain;
import dev.stockade.journal.record.RecordFields;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Follows the chain of one journal through its parts, the oldest first; see {@link HashChain}. Of
 * whatever kind records are, their numbers must go on too.
 */
final class ChainCheck {
  /** This many breaks mean that it is another file. */
  private static final int MAX = 100;

  /** One sentence for each of the first places where the chain is broken, {@code FILE:LINE: …}. */
  final List<String> breaks = new ArrayList<>();

  /** How many places there are. */
  long broken;

  /** Records that name the line before. */
  long chained;

  /** Records from before the chain started. */
  long unchained;

  /** The hash of the last line; null where there was none. */
  String head;

  private final Numbering numbers = new Numbering();

  /** Whether the first chained record names a line that is not here. */
  boolean beginsInTheMiddle;

  /** The parts follow one another. */
  void read(Path part) {
    long number = 0;
    MessageDigest digest = Digest.sha256();
    try (JournalLines lines = JournalLines.open(part, digest)) {
      while (lines.next()) {
        number = lines.number();
        take(part, lines);
        head = Digest.name(digest.digest());
      }
    } catch (IOException e) {
      throw CommandFailure.usage(
          part
              + (number == 0 ? ": cannot be read" : ":" + number + ": cannot be read any further"));
    }
  }

  private void take(Path part, JournalLines lines) {
    Map<String, Object> record = record(lines);
    boolean isRecord = record != null;
    Object prev = isRecord ? record.get(RecordFields.PREV) : null;
    long before = broken;
    long number = lines.number();
    String place = part + ":" + number + ": ";
    if (prev instanceof String) {
      if (chained == 0 && unchained == 0) {
        beginsInTheMiddle = !prev.equals(HashChain.GENESIS) && head == null;
      }
      if (head != null && !prev.equals(head)) {
        breakAt(
            place
                + "the line before is not the one that this record was written after: lines were"
                + " changed, removed or added there");
      }
      chained++;
    } else if (isRecord && chained > 0) {
      breakAt(place + "this record has no prev: it was added, or written without the chain");
    } else if (isRecord) {
      unchained++;
    }
    if (isRecord) {
      String gap = numbers.take(record, !isFromTheStart());
      if (gap != null && broken == before && chained > 0) {
        breakAt(place + gap);
      }
    }
  }

  /** Whether the journal is here from its first record on. */
  private boolean isFromTheStart() {
    return unchained == 0 && !beginsInTheMiddle;
  }

  /**
   * Null for what is none: a line torn by a crash, which the record after it names all the same.
   */
  private static Map<String, Object> record(JournalLines lines) {
    try {
      return lines.isTooLong() ? null : RecordForm.record(JsonTree.object(lines.text()));
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }

  private void breakAt(String sentence) {
    broken++;
    if (breaks.size() < MAX) {
      breaks.add(sentence);
    }
  }
}
