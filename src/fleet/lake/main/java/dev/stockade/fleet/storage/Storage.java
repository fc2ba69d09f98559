package dev.stockade.fleet.storage;

import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Files below one place. A key names a file below it, with {@code /} between folders; none begins
 * with it. Thread-safe. What goes wrong is a {@link StorageFailure}, one sentence for a person.
 */
public interface Storage extends FileOpener, AutoCloseable {
  /** As it was asked for, for people: a folder, or {@code s3://bucket/prefix}. */
  String name();

  /**
   * The files whose keys begin so, in order of the keys' UTF-8 bytes, fetched as they are taken.
   *
   * @param prefix empty for all
   * @param after only what comes behind this key, which need not be there; null for all
   */
  Stream<StoredFile> list(String prefix, String after);

  /** Copies a local file to here, in place of what was there: seen whole or not at all. */
  void write(String key, Path file);

  /**
   * Likewise, where the local file is given away: it is renamed where it lies on the same disk. A
   * power cut may take it until the next {@link #create} returns.
   */
  void take(String key, Path file);

  /**
   * Copies a local file to here, but never in place of another. All that was {@linkplain #take
   * taken} before is on the disk before this one is seen, as it may name it.
   *
   * @return false where there is one already; it was left as it is
   */
  boolean create(String key, Path file);

  /** Removes a file. Nothing happens where there is none. */
  void delete(String key);

  @Override
  void close();
}
