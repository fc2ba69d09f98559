package dev.stockade.fleet.simulation;

import dev.stockade.fleet.duckdb.LakeStore;
import dev.stockade.fleet.lake.BatchIds;
import dev.stockade.fleet.lake.Catalog;
import dev.stockade.fleet.lake.LakeNames;
import dev.stockade.fleet.lake.Manifest;
import dev.stockade.fleet.lake.PartFile;
import dev.stockade.fleet.lake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes a lake bigger by links to its own files, for measurements: the work on rows is that of so
 * many, while the number of distinct values stays.
 */
public final class Enlarge {
  private Enlarge() {}

  /**
   * @param arguments the lake's folder, and how many times as big it becomes
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    try (LakeStore store = LakeStore.of(arguments[0])) {
      Catalog catalog = store.catalog();
      BatchIds ids = new BatchIds(catalog);
      for (int i = 1; i < Integer.parseInt(arguments[1]); i++) {
        String id = ids.next();
        List<PartFile> files = new ArrayList<>();
        for (PartFile file : catalog.files()) {
          if (file.table().equals(Tables.CLOUDTRAIL)) {
            continue; // A join of copies with copies is no growth.
          }
          String path = LakeNames.part(file.table(), file.day(), id, files.size());
          Files.createLink(folder.resolve(path), folder.resolve(file.path()));
          files.add(new PartFile(path, file.rows(), file.bytes()));
        }
        store.commit(new Manifest(id, "enlarge", files, List.of(), Map.of(), List.of()));
      }
    }
  }
}
