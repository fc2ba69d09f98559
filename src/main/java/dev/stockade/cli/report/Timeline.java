package dev.stockade.cli.report;

import dev.stockade.cli.journal.Counts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts over time. The steps become longer where there would be too many of them, always by the
 * factor two, so that each is a sum of whole ones.
 */
final class Timeline {
  static final int MAX_STEPS = 96;
  private static final int MAX_NAMES = 8;
  private static final long FIRST_STEP = 60_000;

  private long step;
  private final TreeMap<Long, Map<String, Long>> steps = new TreeMap<>();
  private final Set<String> names = new TreeSet<>();
  private long latestAt;
  private Map<String, Long> latest = Collections.emptyMap();

  Timeline() {
    this(FIRST_STEP);
  }

  /**
   * @param step the shortest, in milliseconds
   */
  Timeline(long step) {
    this.step = step;
  }

  /**
   * @param time milliseconds since the epoch
   */
  void add(String name, long time, long count) {
    long at = Math.floorDiv(time, step);
    // Most records are of the same step as the one before.
    if (at == latestAt && latest.containsKey(name)) {
      latest.merge(name, count, Counts::sum);
      return;
    }
    boolean full = names.size() >= MAX_NAMES && !names.contains(name);
    String its = full ? Tally.FURTHER : name;
    names.add(its);
    add(at, its, count);
    while (steps.lastKey() - steps.firstKey() >= MAX_STEPS) {
      widen();
    }
  }

  private void add(long at, String name, long count) {
    latest = steps.computeIfAbsent(at, any -> new TreeMap<>());
    latestAt = at;
    latest.merge(name, count, Counts::sum);
  }

  private void widen() {
    TreeMap<Long, Map<String, Long>> before = new TreeMap<>(steps);
    steps.clear();
    step *= 2;
    before.forEach(
        (at, counts) -> counts.forEach((name, n) -> add(Math.floorDiv(at, 2L), name, n)));
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  /** By name. */
  List<String> names() {
    return new ArrayList<>(names);
  }

  /** Of a step, in milliseconds. */
  long step() {
    return step;
  }

  /** When the first step starts, in milliseconds since the epoch. */
  long start() {
    return steps.firstKey() * step;
  }

  /** From the first to the last that is not empty. */
  int size() {
    return (int) (steps.lastKey() - steps.firstKey()) + 1;
  }

  long count(int at, String name) {
    Map<String, Long> counts = steps.get(steps.firstKey() + at);
    return counts == null ? 0 : counts.getOrDefault(name, 0L);
  }

  long count(int at) {
    long all = 0;
    for (String name : names) {
      all = Counts.sum(all, count(at, name));
    }
    return all;
  }
}
