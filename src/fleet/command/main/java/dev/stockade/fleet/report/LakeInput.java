package dev.stockade.fleet.report;

import dev.stockade.cli.journal.Counts;
import dev.stockade.cli.journal.Input;
import dev.stockade.cli.journal.Unread;
import dev.stockade.fleet.lake.Manifest;
import dev.stockade.fleet.lake.SourceState;
import dev.stockade.fleet.sql.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the lake was filled from, by the manifests of those batches that brought something of the
 * days.
 */
final class LakeInput implements Input {
  private static final String READ = "read";
  private static final String ASIDE = "aside";

  private final Set<String> files = new HashSet<>();
  private final List<String> places = new ArrayList<>();
  private long lines;
  private long bytes;
  private long aside;

  /** Rows that are records of a form that this version does not know. */
  private long unreadable;

  LakeInput(ChosenLake lake) {
    String from = lake.parameters().get(Parameter.FROM);
    String to = lake.parameters().get(Parameter.TO);
    for (Manifest manifest : lake.lake().catalog().manifests()) {
      if (manifest.files().stream()
          .anyMatch(file -> file.day().compareTo(from) >= 0 && file.day().compareTo(to) <= 0)) {
        take(manifest);
      }
    }
  }

  private void take(Manifest manifest) {
    for (SourceState source : manifest.sources()) {
      if (files.add(source.name())) {
        bytes = Counts.sum(bytes, source.size());
      }
    }
    lines = Counts.sum(lines, manifest.counts().getOrDefault(READ, 0L));
    long its = manifest.counts().getOrDefault(ASIDE, 0L);
    if (its > 0) {
      aside = Counts.sum(aside, its);
      places.add("batch " + manifest.batch() + ": lines set aside when it was read: " + its);
    }
  }

  /** Counts rows that cannot be read. */
  void unread(long records) {
    unreadable = Counts.sum(unreadable, records);
  }

  @Override
  public long files() {
    return files.size();
  }

  @Override
  public long lines() {
    return lines;
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public Unread unread() {
    List<String> all = new ArrayList<>(places);
    if (unreadable > 0) {
      all.add("the lake: records of a form that this version does not know: " + unreadable);
    }
    return new Unread(Counts.sum(aside, unreadable), 0, all);
  }
}
