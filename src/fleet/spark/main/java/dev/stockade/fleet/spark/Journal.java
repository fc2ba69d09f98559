package dev.stockade.fleet.spark;

import java.io.Serializable;
import java.util.List;

/**
 * A journal, which one task reads: its parts have to be read one after the other.
 *
 * @param name of the journal itself
 * @param parts the oldest first
 */
record Journal(String name, List<Part> parts) implements Serializable {
  /**
   * One file.
   *
   * @param path as Hadoop opens it
   * @param name for people, and by which it is known the next time
   * @param modified milliseconds since the epoch
   */
  record Part(String path, String name, long size, long modified) implements Serializable {}

  long size() {
    return parts.stream().mapToLong(Part::size).sum();
  }
}
