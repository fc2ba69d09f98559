package dev.stockade.fleet.storage;

import java.io.InputStream;

/** What reads files by their keys, and does nothing else with them. */
public interface FileOpener {
  /**
   * The bytes of a file from an offset on; none at its end. To be closed. Reading it may throw
   * {@link StorageFailure} too.
   */
  InputStream open(String key, long offset);
}
