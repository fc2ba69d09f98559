package dev.stockade.fleet.spark;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an ingest counts, by the names of the manifest. Blank lines are nothing.
 *
 * @param read lines
 * @param repeated records that the lake had already, or that came twice
 * @param conflicts records that claim the place of another
 * @param oddTimes records whose clock was wrong
 * @param findings rows of that table
 */
record IngestCounts(
    long read,
    long stored,
    long repeated,
    long aside,
    long conflicts,
    long oddTimes,
    long findings) {
  /** Whether each line that was read is somewhere. */
  boolean addUp() {
    return read == stored + repeated + aside;
  }

  Map<String, Long> map() {
    Map<String, Long> map = new LinkedHashMap<>();
    map.put("read", read);
    map.put("stored", stored);
    map.put("repeated", repeated);
    map.put("aside", aside);
    map.put("conflicts", conflicts);
    map.put("oddTimes", oddTimes);
    map.put("findings", findings);
    return map;
  }
}
