package dev.stockade.fleet.lake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is in the lake by its manifests at one moment. */
public final class Catalog {
  private final List<Manifest> valid = new ArrayList<>();
  private final List<Manifest> replaced = new ArrayList<>();

  private Catalog() {}

  /**
   * @param manifests all that lie there, those of replaced batches too, the oldest first
   */
  public static Catalog of(Collection<Manifest> manifests) {
    Set<String> gone = new HashSet<>();
    manifests.forEach(manifest -> gone.addAll(manifest.replaces()));
    Catalog catalog = new Catalog();
    for (Manifest manifest : manifests) {
      (gone.contains(manifest.batch()) ? catalog.replaced : catalog.valid).add(manifest);
    }
    return catalog;
  }

  /** Those that count, the oldest first. */
  public List<Manifest> manifests() {
    return List.copyOf(valid);
  }

  /** Those in whose place another one stands. */
  public List<Manifest> replaced() {
    return List.copyOf(replaced);
  }

  public List<PartFile> files() {
    return valid.stream().flatMap(manifest -> manifest.files().stream()).toList();
  }

  /** Of one table, in the days from the one to the other, both with it; null for no limit. */
  public List<PartFile> files(String table, String from, String to) {
    return files().stream()
        .filter(file -> file.table().equals(table))
        .filter(file -> from == null || file.day().compareTo(from) >= 0)
        .filter(file -> to == null || file.day().compareTo(to) <= 0)
        .toList();
  }

  /** How far each source was read, by its name: the latest that is known. */
  public Map<String, SourceState> sources() {
    Map<String, SourceState> latest = new LinkedHashMap<>();
    for (Manifest manifest : valid) {
      manifest.sources().forEach(source -> latest.put(source.name(), source));
    }
    return latest;
  }

  /** Days of which there is anything, in order. */
  public List<String> days() {
    return files().stream().map(PartFile::day).distinct().sorted().toList();
  }
}
