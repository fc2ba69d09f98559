package dev.stockade.fleet.spark;

import dev.stockade.cli.command.CommandFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** The journals that the words of a command line stand for, found by the driver. */
final class Journals {
  /** As the agent and the shipper name them: a journal, its number if it was put aside, packed. */
  private static final Pattern NAME =
      Pattern.compile("(.*\\.ndjson)(?:\\.(\\d{1,4}))?(\\.gz)?", Pattern.DOTALL);

  private final Configuration configuration;
  private final Map<String, List<Journal.Part>> parts = new TreeMap<>();

  private Journals(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * @param words files, folders, or patterns of Hadoop's
   * @throws CommandFailure for a word that stands for none
   */
  static List<Journal> of(List<String> words, Configuration configuration) {
    Journals journals = new Journals(configuration);
    for (String word : words) {
      try {
        int before = journals.parts.size();
        journals.add(new Path(word));
        if (journals.parts.size() == before) {
          throw CommandFailure.usage(word + ": no journal (*.ndjson, packed or not) lies there");
        }
      } catch (IOException | IllegalArgumentException e) {
        throw CommandFailure.usage(word + ": cannot be read: " + FileProblems.sentence(e));
      }
    }
    List<Journal> all = new ArrayList<>();
    journals.parts.forEach((name, found) -> all.add(journal(name, found)));
    return all;
  }

  private void add(Path pattern) throws IOException {
    FileSystem files = pattern.getFileSystem(configuration);
    FileStatus[] found = files.globStatus(pattern);
    for (FileStatus status : found == null ? new FileStatus[0] : found) {
      if (status.isFile()) {
        add(status);
      } else {
        RemoteIterator<LocatedFileStatus> below = files.listFiles(status.getPath(), true);
        while (below.hasNext()) {
          add(below.next());
        }
      }
    }
  }

  private void add(FileStatus file) {
    String name = name(file.getPath());
    Matcher matcher = NAME.matcher(name);
    if (matcher.matches()) {
      List<Journal.Part> known = parts.computeIfAbsent(matcher.group(1), any -> new ArrayList<>());
      if (known.stream().noneMatch(part -> part.name().equals(name))) {
        known.add(
            new Journal.Part(
                file.getPath().toString(), name, file.getLen(), file.getModificationTime()));
      }
    }
  }

  /** As stockade-fleet.jar names the same file, so that either knows what the other has read. */
  private static String name(Path path) {
    String name = path.toString();
    return name.startsWith("file:")
        ? path.toUri().getPath()
        : name.replaceFirst("^s3a://", "s3://");
  }

  private static Journal journal(String name, List<Journal.Part> parts) {
    parts.sort(Comparator.comparingInt(Journals::number).reversed());
    return new Journal(name, List.copyOf(parts));
  }

  private static int number(Journal.Part part) {
    Matcher matcher = NAME.matcher(part.name());
    return matcher.matches() && matcher.group(2) != null ? Integer.parseInt(matcher.group(2)) : 0;
  }
}
