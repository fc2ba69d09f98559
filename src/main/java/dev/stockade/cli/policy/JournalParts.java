package dev.stockade.cli.policy;

import dev.stockade.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The files of journals: with each journal come the parts that were put aside when it was full. */
final class JournalParts {
  private JournalParts() {}

  /**
   * Each file once, of each journal the oldest first: {@code path.2}, {@code path.1}, {@code path}.
   */
  static Collection<Path> of(List<String> journals) {
    Set<Path> parts = new LinkedHashSet<>();
    for (String journal : journals) {
      try {
        addAll(parts, journal);
      } catch (IOException | InvalidPathException e) {
        throw CommandFailure.usage(journal + ": cannot be read");
      }
    }
    return parts;
  }

  private static void addAll(Set<Path> parts, String journal) throws IOException {
    Path file = Paths.get(journal);
    List<Path> older = new ArrayList<>();
    Path part = Paths.get(journal + ".1");
    while (Files.isRegularFile(part)) {
      older.add(0, part.toRealPath());
      part = Paths.get(journal + "." + (older.size() + 1));
    }
    parts.addAll(older);
    if (Files.isRegularFile(file)) {
      parts.add(file.toRealPath());
    } else if (older.isEmpty()) {
      throw CommandFailure.usage(
          journal + (Files.exists(file) ? ": not a file" : ": there is no such file"));
    }
  }
}
