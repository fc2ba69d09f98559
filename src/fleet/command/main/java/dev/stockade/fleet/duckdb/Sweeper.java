package dev.stockade.fleet.duckdb;

import dev.stockade.fleet.lake.Catalog;
import dev.stockade.fleet.lake.LakeNames;
import dev.stockade.fleet.lake.Manifest;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import dev.stockade.fleet.storage.StoredFile;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Removes what no manifest names: files of batches that were cut off, or were replaced. */
public final class Sweeper {
  /** Somebody may read files of replaced batches for this long. */
  static final Duration GRACE = Duration.ofHours(1);

  /** On S3, where there is no lock, another batch may be under way for this long. */
  private static final Duration UNDER_WAY = Duration.ofDays(1);

  private final LakeStore store;

  public Sweeper(LakeStore store) {
    this.store = store;
  }

  /**
   * Removes them.
   *
   * @return the number of files
   */
  public int sweep(Catalog catalog) {
    Set<String> named = new HashSet<>();
    catalog.files().forEach(file -> named.add(file.path()));
    Set<String> replaced = new HashSet<>();
    for (Manifest manifest : catalog.replaced()) {
      manifest.files().forEach(file -> replaced.add(file.path()));
    }
    replaced.removeAll(named);
    Instant replacedAt = lastReplacement(catalog);
    boolean isOver = replacedAt.isBefore(Instant.now().minus(GRACE));
    Instant old = Instant.now().minus(store.folder() == null ? UNDER_WAY : Duration.ZERO);
    int removed = 0;
    for (Table table : Tables.all()) {
      if (table.isByDay()) {
        for (StoredFile file : files(LakeNames.folder(table))) {
          boolean isDead =
              replaced.contains(file.key())
                  ? isOver
                  : !named.contains(file.key()) && !file.modified().isAfter(old);
          if (isDead) {
            store.storage().delete(file.key());
            removed++;
          }
        }
      }
    }
    if (isOver) {
      // Behind their files, which would be nobody's without them.
      catalog.replaced().forEach(one -> store.storage().delete(LakeNames.manifest(one.batch())));
    }
    return removed;
  }

  private Instant lastReplacement(Catalog catalog) {
    Set<String> keys = new HashSet<>();
    for (Manifest manifest : catalog.manifests()) {
      if (!manifest.replaces().isEmpty()) {
        keys.add(LakeNames.manifest(manifest.batch()));
      }
    }
    return files(LakeNames.MANIFESTS).stream()
        .filter(file -> keys.contains(file.key()))
        .map(StoredFile::modified)
        .max(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  private List<StoredFile> files(String prefix) {
    try (Stream<StoredFile> files = store.storage().list(prefix, null)) {
      return files.toList();
    }
  }
}
