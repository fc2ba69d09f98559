package dev.stockade.fleet.ingest;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.journal.JournalParts;
import dev.stockade.fleet.source.Source;
import dev.stockade.fleet.storage.Storage;
import dev.stockade.fleet.storage.Storages;
import dev.stockade.fleet.storage.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that the words of a command line stand for, the oldest first. */
final class Sources implements AutoCloseable {
  /** As the agent and the shipper name them: a journal, its number if it was put aside, packed. */
  private static final Pattern NAME =
      Pattern.compile("(.*\\.ndjson)(?:\\.(\\d{1,4}))?(\\.gz)?", Pattern.DOTALL);

  private final List<Source> all = new ArrayList<>();
  private final List<Storage> open = new ArrayList<>();
  private final Instant now = Instant.now();

  private Sources() {}

  static Sources of(List<String> words) {
    Sources sources = new Sources();
    List<String> local = new ArrayList<>();
    for (String word : words) {
      if (Storages.isS3(word)) {
        sources.addBucket(word);
      } else {
        local.add(word);
      }
    }
    if (!local.isEmpty()) {
      sources.addLocal(local);
    }
    return sources;
  }

  List<Source> all() {
    return OldestFirst.of(all);
  }

  private void addLocal(List<String> words) {
    for (Map.Entry<String, List<Path>> journal :
        JournalParts.of(words, false).journals().entrySet()) {
      for (Path file : journal.getValue()) {
        Storage folder = Storages.of(file.getParent().toString());
        open.add(folder);
        String live = file.resolveSibling(Path.of(journal.getKey()).getFileName()).toString();
        all.add(new Source(folder, stored(file), file.toString(), live, true, now));
      }
    }
  }

  private static StoredFile stored(Path file) {
    try {
      return new StoredFile(
          file.getFileName().toString(),
          Files.size(file),
          Files.getLastModifiedTime(file).toInstant());
    } catch (IOException e) {
      throw CommandFailure.usage(file + ": cannot be read");
    }
  }

  /** The parts of each journal stand together, the highest number first. */
  private void addBucket(String word) {
    Storage storage = Storages.of(word);
    open.add(storage);
    Map<String, List<Source>> journals = new TreeMap<>();
    try (Stream<StoredFile> files = storage.list("", null)) {
      files.forEach(
          file -> {
            Matcher name = NAME.matcher(file.key());
            if (name.matches()) {
              String below = word.endsWith("/") ? word : word + "/";
              String journal = below + name.group(1);
              journals
                  .computeIfAbsent(journal, any -> new ArrayList<>())
                  .add(new Source(storage, file, below + file.key(), journal, false, now));
            }
          });
    }
    if (journals.isEmpty()) {
      throw CommandFailure.usage(word + ": no journal (*.ndjson, packed or not) lies there");
    }
    for (List<Source> parts : journals.values()) {
      parts.sort(Comparator.comparingInt(Sources::number).reversed());
      all.addAll(parts);
    }
  }

  private static int number(Source source) {
    Matcher name = NAME.matcher(source.file().key());
    return name.matches() && name.group(2) != null ? Integer.parseInt(name.group(2)) : 0;
  }

  @Override
  public void close() {
    open.forEach(Storage::close);
  }
}
