package dev.stockade.cli.policy;

import dev.stockade.cli.CommandFailure;
import dev.stockade.cli.JsonTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads journals line by line. A line that is not a record, such as one that a crash tore, is
 * skipped and counted.
 */
final class Journals {
  private long records;
  private long skipped;

  /** Hands out each handshake and request; other records are only counted. */
  void read(List<String> journals, Consumer<RecordedFact> facts) {
    for (Path part : JournalParts.of(journals)) {
      long before = records;
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(Files.newInputStream(part), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          take(line, facts);
        }
      } catch (IOException e) {
        throw CommandFailure.usage(part + ": cannot be read");
      }
      if (records == before && skipped > 0) {
        throw CommandFailure.usage(part + ": not a journal, none of its lines is a record");
      }
    }
  }

  /** A sentence on what was skipped; null where nothing was. */
  String remark() {
    if (skipped == 0) {
      return null;
    }
    return skipped == 1
        ? "1 line is not a whole record and was skipped"
        : skipped + " lines are not whole records and were skipped";
  }

  long skipped() {
    return skipped;
  }

  long records() {
    return records;
  }

  private void take(String line, Consumer<RecordedFact> facts) {
    if (line.trim().isEmpty()) {
      return;
    }
    RecordedFact fact;
    try {
      Map<String, Object> members = JsonTree.object(line);
      fact = RecordReader.read(new Members("record", members));
    } catch (IOException | IllegalArgumentException e) {
      skipped++;
      return;
    }
    records++;
    if (fact != null) {
      facts.accept(fact);
    }
  }
}
