package dev.stockade.fleet.storage;

import java.time.Instant;

/**
 * A file as a list shows it.
 *
 * @param key its name below the storage, parts divided by {@code /}
 * @param size bytes
 * @param modified when it was written
 */
public record StoredFile(String key, long size, Instant modified) {}
