package dev.stockade.cli.journal;

import dev.stockade.cli.command.CommandFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The journals that a word on the command line stands for: a file, all journals in a folder and
 * below it, or what fits wildcards. Shells expand these only where they are not quoted, and not on
 * Windows.
 */
final class JournalPaths {
  static final String NO_FILE = ": there is no such file";
  static final String NO_JOURNAL = ": no journal is there, that is *.ndjson, also with .1 or .gz";

  /** A journal's name, and what is added when it is put aside and packed. */
  private static final Pattern NAME =
      Pattern.compile("(.*\\.ndjson(?:-\\d+)?)(?:\\.\\d{1,4})?(?:\\.gz)?");

  private static final int DEEPEST = 8;

  private JournalPaths() {}

  /** Without parts that were put aside; may be one that does not exist. */
  static Collection<Path> expand(String word) throws IOException {
    if (word.trim().isEmpty()) {
      // Else an unset variable of a script would stand for the folder it runs in.
      throw CommandFailure.usage("the name of a journal is empty");
    }
    if (!isPattern(word)) {
      Path file = Paths.get(word);
      return Files.isDirectory(file) ? below(file, DEEPEST) : Collections.singleton(file);
    }
    Collection<Path> journals = new TreeSet<>();
    for (Path fitting : fitting(word)) {
      journals.addAll(
          Files.isDirectory(fitting) ? below(fitting, DEEPEST) : Collections.singleton(fitting));
    }
    return journals;
  }

  /** A sentence on a word that stands for no file. */
  static String whyNone(String word) {
    if (isPattern(word) || Files.isDirectory(Paths.get(word))) {
      return word + NO_JOURNAL;
    }
    return word + (Files.exists(Paths.get(word)) ? ": not a file" : NO_FILE);
  }

  private static boolean isPattern(String word) {
    boolean wild = word.indexOf('*') >= 0 || word.indexOf('?') >= 0;
    return wild && !new File(word).exists();
  }

  private static Collection<Path> below(Path folder, int deepest) throws IOException {
    Collection<Path> journals = new TreeSet<>();
    for (Path file : list(folder, any -> true)) {
      Matcher name = NAME.matcher(file.getFileName().toString());
      if (Files.isDirectory(file)) {
        journals.addAll(
            deepest > 0 && !Files.isSymbolicLink(file)
                ? below(file, deepest - 1)
                : Collections.<Path>emptySet());
      } else if (name.matches()) {
        journals.add(file.resolveSibling(name.group(1)));
      }
    }
    return journals;
  }

  /** Name by name from the left. */
  private static List<Path> fitting(String word) throws IOException {
    boolean absolute = word.startsWith("/") || word.startsWith(File.separator);
    List<Path> found = Collections.singletonList(Paths.get(absolute ? "/" : ""));
    for (String name : word.split("[/" + Pattern.quote(File.separator) + "]+", 0)) {
      List<Path> next = new ArrayList<>();
      for (Path folder : found) {
        if (!isPattern(name)) {
          next.add(folder.resolve(name));
        } else if (Files.isDirectory(folder)) {
          next.addAll(list(folder, pattern(name).asPredicate()));
        }
      }
      next.removeIf(path -> isPattern(name) && !Files.exists(path));
      found = next;
    }
    return found;
  }

  private static Pattern pattern(String name) {
    StringBuilder text = new StringBuilder("^");
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      text.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(text.append('$').toString(), Pattern.DOTALL);
  }

  private static Collection<Path> list(Path folder, Predicate<String> name) throws IOException {
    Collection<Path> files = new TreeSet<>();
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(folder.toString().isEmpty() ? Paths.get(".") : folder)) {
      for (Path file : all) {
        String last = file.getFileName().toString();
        if (name.test(last)) {
          files.add(folder.resolve(last));
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return files;
  }
}
