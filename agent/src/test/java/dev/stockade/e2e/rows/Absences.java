package dev.stockade.e2e.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Which handler looks for which name that some versions of which artifact, or some JDKs, lack. */
final class Absences {
  private static final Path FILE = Path.of("src/test/resources/rows/absent-names.txt");

  private final Set<String> known = new TreeSet<>();
  private final Set<String> met = new TreeSet<>();

  Absences() throws IOException {
    for (String line : Files.readAllLines(FILE)) {
      if (!line.startsWith("#") && !line.isBlank()) {
        String[] words = line.split(" ", -1);
        for (int i = 2; i < words.length; i++) {
          known.add(words[0] + " " + words[1] + " " + words[i]);
        }
      }
    }
  }

  /** Whether it is written that a name may be absent there. */
  boolean isKnown(Want want, HookedLibrary library) {
    String line = want + " " + library.name();
    met.add(line);
    return known.contains(line);
  }

  /** What is written and was not asked for. */
  Set<String> unmet() {
    Set<String> unmet = new TreeSet<>(known);
    unmet.removeAll(met);
    return unmet;
  }
}
