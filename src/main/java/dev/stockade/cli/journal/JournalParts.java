package dev.stockade.cli.journal;

import dev.stockade.cli.command.CommandFailure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of journals: with each journal come the parts that were put aside when it was full,
 * packed or not.
 */
public final class JournalParts {
  private static final Pattern PART = Pattern.compile("(.*)\\.(\\d{1,4})(\\.gz)?", Pattern.DOTALL);

  /** By the journal's name, the oldest part first. */
  private final Map<String, List<Path>> journals = new LinkedHashMap<>();

  /** What was put aside, by its folder: one may have thousands of journals. */
  private final Map<Path, Map<String, Map<Integer, Path>>> aside = new HashMap<>();

  private final Set<Path> taken = new LinkedHashSet<>();
  private final List<String> missing = new ArrayList<>();

  private JournalParts() {}

  /**
   * Each file once, of each journal the oldest first: {@code path.2.gz}, {@code path.1}, {@code
   * path}.
   *
   * @param words files, folders, and names with wildcards
   * @param mayMiss whether a word may stand for nothing
   */
  public static JournalParts of(List<String> words, boolean mayMiss) {
    JournalParts parts = new JournalParts();
    for (String word : words) {
      try {
        boolean found = false;
        for (Path journal : JournalPaths.expand(word)) {
          found |= parts.add(journal);
        }
        if (!found) {
          parts.miss(word, mayMiss);
        }
      } catch (IOException | InvalidPathException e) {
        throw CommandFailure.usage(word + ": cannot be read");
      }
    }
    return parts;
  }

  Collection<Path> files() {
    return taken;
  }

  /** Throws where writing this file would overwrite one of them. */
  void refuse(Path file) throws IOException {
    for (Path one : taken) {
      if (Files.exists(file) && Files.isSameFile(one, file)) {
        throw CommandFailure.usage(file + ": is one of the journals, and would be overwritten");
      }
    }
  }

  /** The files of each journal, by its name, the oldest part first. */
  public Map<String, List<Path>> journals() {
    return journals;
  }

  /** The words that stand for nothing. */
  List<String> missing() {
    return missing;
  }

  private void miss(String word, boolean mayMiss) {
    String why = JournalPaths.whyNone(word);
    boolean isThere = !why.endsWith(JournalPaths.NO_FILE) && !why.endsWith(JournalPaths.NO_JOURNAL);
    if (!mayMiss || isThere) {
      throw CommandFailure.usage(why);
    }
    missing.add(word);
  }

  /** Whether there was anything, be it taken before. */
  private boolean add(Path journal) throws IOException {
    List<Path> files = older(journal);
    Path packed = Paths.get(journal + ".gz");
    if (Files.isRegularFile(journal)) {
      files.add(journal);
    } else if (Files.isRegularFile(packed)) {
      files.add(packed);
    }
    List<Path> added = new ArrayList<>();
    for (Path file : files) {
      Path real = file.toRealPath();
      if (taken.add(real)) {
        added.add(real);
      }
    }
    if (!added.isEmpty()) {
      journals.computeIfAbsent(journal.toString(), any -> new ArrayList<>()).addAll(added);
    }
    return !files.isEmpty();
  }

  /**
   * What was put aside, by its number; of a part that is there twice the one that is not packed.
   */
  private List<Path> older(Path journal) throws IOException {
    List<Path> oldestFirst = new ArrayList<>();
    Path folder = journal.toAbsolutePath().getParent();
    Path name = journal.getFileName();
    if (folder == null || name == null || !Files.isDirectory(folder)) {
      return oldestFirst;
    }
    if (!aside.containsKey(folder)) {
      aside.put(folder, putAside(folder));
    }
    Map<Integer, Path> parts =
        aside.get(folder).getOrDefault(name.toString(), Collections.<Integer, Path>emptyMap());
    for (int number = 1; parts.containsKey(number); number++) {
      oldestFirst.add(0, parts.get(number));
    }
    return oldestFirst;
  }

  /** All of one folder, by the name of the journal and the number. */
  private static Map<String, Map<Integer, Path>> putAside(Path folder) throws IOException {
    Map<String, Map<Integer, Path>> aside = new HashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Matcher part = PART.matcher(file.getFileName().toString());
        if (part.matches() && Files.isRegularFile(file)) {
          aside
              .computeIfAbsent(part.group(1), any -> new HashMap<>())
              .merge(Integer.valueOf(part.group(2)), file, (a, b) -> part.group(3) == null ? b : a);
        }
      }
    }
    return aside;
  }
}
