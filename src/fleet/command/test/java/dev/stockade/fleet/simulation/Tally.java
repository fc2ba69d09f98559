package dev.stockade.fleet.simulation;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What was written, for who reads it to compare with; many threads add to it. */
final class Tally {
  private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();

  void add(String what, long more) {
    counts.computeIfAbsent(what, name -> new LongAdder()).add(more);
  }

  void handshakes(long more) {
    add("handshakes.n", more);
  }

  Map<String, Long> sums() {
    Map<String, Long> sums = new TreeMap<>();
    counts.forEach((what, sum) -> sums.put(what, sum.sum()));
    return sums;
  }
}
