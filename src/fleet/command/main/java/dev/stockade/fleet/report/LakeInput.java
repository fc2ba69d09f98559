package dev.stockade.fleet.report;

import dev.stockade.cli.journal.Counts;
import dev.stockade.cli.journal.Input;
import dev.stockade.cli.journal.Unread;
import dev.stockade.fleet.lake.Manifest;
import dev.stockade.fleet.lake.SourceState;
import dev.stockade.fleet.sql.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the lake was filled from, by the manifests of those batches that brought something of the
 * days.
 */
final class LakeInput implements Input {
  private static final String READ = "read";

  private final Set<String> files = new HashSet<>();
  private final AsideLines aside;

  /** The service that was chosen; null for all. */
  private final String service;

  private long lines;
  private long bytes;

  /** By service, records of a form that this version does not know. */
  private final Map<String, Long> unknown = new HashMap<>();

  LakeInput(ChosenLake lake) {
    aside = new AsideLines(lake);
    service = lake.service();
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
  }

  /** Counts records that cannot be read. */
  void unread(String one, long records) {
    unknown.merge(one, records, Counts::sum);
  }

  /** The same, where only the lines of a service's own journals count. */
  Input of(String one) {
    return new Input() {
      @Override
      public long files() {
        return LakeInput.this.files();
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
        return LakeInput.this.unread(aside.of(one), unknown.getOrDefault(one, 0L));
      }
    };
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
    long strange = unknown.values().stream().reduce(0L, Counts::sum);
    return unread(service == null ? aside.all() : aside.of(service), strange);
  }

  private Unread unread(long setAside, long strange) {
    List<String> places = new ArrayList<>(setAside > 0 ? aside.places() : List.of());
    if (strange > 0) {
      places.add("the lake: records of a form that this version does not know: " + strange);
    }
    return new Unread(Counts.sum(setAside, strange), 0, places);
  }
}
