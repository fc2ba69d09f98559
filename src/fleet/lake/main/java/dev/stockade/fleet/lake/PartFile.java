package dev.stockade.fleet.lake;

/**
 * A Parquet file of a table's day that a manifest names.
 *
 * @param path as in {@link LakeNames#part}
 * @param bytes its size
 */
public record PartFile(String path, long rows, long bytes) {
  public String table() {
    return LakeNames.tableOf(path);
  }

  public String day() {
    return LakeNames.dayOf(path);
  }
}
