package dev.stockade.fleet.cloudtrail;

import dev.stockade.fleet.lake.Manifest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What became of a trail's files and events: read = stored + repeated + aside. */
final class TrailCounts {
  /** Log files, without those of {@link #broken}. */
  long files;

  /** Log files that an earlier run has read. */
  long known;

  /** Digests, insights and whatever else is no log file. */
  long others;

  /** By file, why it could not be read to its end. */
  final Map<String, String> broken = new TreeMap<>();

  long read;
  long stored;

  /** By why, events that are no rows. */
  final Map<String, Long> aside = new TreeMap<>();

  long asideSum() {
    return aside.values().stream().mapToLong(Long::longValue).sum();
  }

  long repeated() {
    return read - stored - asideSum();
  }

  boolean isWhole() {
    return broken.isEmpty() && aside.isEmpty();
  }

  /** Counts what was read. */
  void took(TrailReader reader) {
    read += reader.read();
    reader.aside().forEach((why, count) -> aside.merge(why, count, Long::sum));
  }

  /** Counts another batch to it. */
  void add(TrailCounts other) {
    files += other.files;
    broken.putAll(other.broken);
    read += other.read;
    stored += other.stored;
    other.aside.forEach((why, count) -> aside.merge(why, count, Long::sum));
  }

  /** As in the command's JSON. */
  Map<String, Long> numbers() {
    Map<String, Long> numbers = new LinkedHashMap<>();
    numbers.put("files", files);
    numbers.put("known", known);
    numbers.put("others", others);
    numbers.put("broken", (long) broken.size());
    numbers.put("read", read);
    numbers.put("stored", stored);
    numbers.put("repeated", repeated());
    numbers.put("aside", asideSum());
    return numbers;
  }

  /** As in manifests: events of CloudTrail are not to be taken for lines of journals. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    numbers().forEach((name, number) -> counts.put(Manifest.TRAIL + name, number));
    return counts;
  }
}
