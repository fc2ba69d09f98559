package dev.stockade.fleet.lake;

/**
 * Where things lie in the lake, as keys with slashes below its top. What is no table's is in
 * folders of its own, so that a table's folder can be given to any engine.
 */
public final class LakeNames {
  /** One file for each batch, written last: what no manifest names is not there. */
  public static final String MANIFESTS = "_manifest/";

  /** What could not be read: file, line, why, and the bytes in base64. */
  public static final String ASIDE = "aside/";

  /** Work that is not finished; on a local disk only. */
  public static final String TEMPORARY = "_tmp/";

  /** Held by the one that writes. */
  public static final String LOCK = "_lock";

  private LakeNames() {}

  /** By the batch's number alone, so that it is there once. */
  public static String manifest(String batch) {
    return MANIFESTS + batch.substring(0, BatchIds.DIGITS) + ".json";
  }

  public static String aside(String batch) {
    return ASIDE + batch + ".ndjson";
  }

  /** Folder of a table, with the slash. */
  public static String folder(Table table) {
    return table.isByDay() ? table.name() + "/" : "dims/" + table.name() + "/";
  }

  /** The one file of a table that has no partition. */
  public static String whole(Table table) {
    return folder(table) + table.name() + ".parquet";
  }

  /**
   * A file of a table's day.
   *
   * @param number from 0, for each batch and day
   */
  public static String part(String table, String day, String batch, int number) {
    return table + "/" + Table.DAY + "=" + day + "/part-" + batch + "-" + number + ".parquet";
  }

  /** The table of {@link #part}. */
  public static String tableOf(String part) {
    return part.substring(0, part.indexOf('/'));
  }

  /** The day of {@link #part}. */
  public static String dayOf(String part) {
    int start = part.indexOf('=') + 1;
    return part.substring(start, part.indexOf('/', start));
  }
}
