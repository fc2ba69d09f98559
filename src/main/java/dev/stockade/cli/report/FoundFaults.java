package dev.stockade.cli.report;

import dev.stockade.cli.journal.Counts;
import dev.stockade.cli.journal.SeenRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All findings, each once. What comes when there are too many is counted. */
final class FoundFaults {
  /** A forged journal could make any number. */
  static final int MAX = 10_000;

  private final Map<String, FoundFault> faults = new LinkedHashMap<>();
  private long further;

  /** The finding at a place; null where there are too many. */
  FoundFault at(String rule, Place place) {
    String key =
        String.join("\0", rule, place.service, place.direction, place.destination, "" + place.code);
    FoundFault fault = faults.get(key);
    if (fault == null && faults.size() < MAX) {
      fault = new FoundFault(rule, place);
      faults.put(key, fault);
    }
    return fault;
  }

  void further(SeenRecord record) {
    further = Counts.sum(further, record.count());
  }

  /** Events that offended something of which there was no room to tell where. */
  long further() {
    return further;
  }

  /** What weighs most first: what would break, then the verdict, then how often. */
  List<FoundFault> all() {
    List<FoundFault> all = new ArrayList<>(faults.values());
    all.sort(
        (a, b) -> {
          int broken = Boolean.compare(b.wouldBreak(), a.wouldBreak());
          int worse = broken != 0 ? broken : b.verdict().compareTo(a.verdict());
          int more = worse != 0 ? worse : Long.compare(b.count(), a.count());
          return more != 0 ? more : a.id.compareTo(b.id);
        });
    return all;
  }
}
