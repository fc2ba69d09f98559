package dev.stockade.fleet.ingest;

import java.util.LinkedHashMap;
import java.util.Map;

/** What an ingest counts. Lines that are blank are nothing. */
final class Totals {
  long read;
  long stored;
  long repeated;
  long aside;
  long conflicts;
  long oddTimes;
  long findings;

  void add(Totals other) {
    read += other.read;
    stored += other.stored;
    repeated += other.repeated;
    aside += other.aside;
    conflicts += other.conflicts;
    oddTimes += other.oddTimes;
    findings += other.findings;
  }

  /** Whether each line that was read is somewhere. */
  boolean addUp() {
    return read == stored + repeated + aside;
  }

  /** Names as in manifests and in the command's JSON. */
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
