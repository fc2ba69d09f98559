package dev.stockade.fleet.ingest;

import dev.stockade.fleet.source.Source;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * The files of all journals in the order in which they were written, so that what is read together
 * is of few days: the lake gets fewer and larger files, and its known lines of other days are not
 * asked for. The parts of one journal keep their order whatever their times say, as a copy has
 * others.
 */
final class OldestFirst {
  private OldestFirst() {}

  /**
   * @param sources journal by journal, of each the oldest part first
   */
  static List<Source> of(List<Source> sources) {
    Map<String, Queue<Source>> journals = new LinkedHashMap<>();
    for (Source source : sources) {
      journals.computeIfAbsent(source.journal(), any -> new ArrayDeque<>()).add(source);
    }
    PriorityQueue<Next> next =
        new PriorityQueue<>(Comparator.comparing(Next::time).thenComparing(Next::journal));
    int number = 0;
    for (Queue<Source> journal : journals.values()) {
      next.add(new Next(journal, number++));
    }
    List<Source> sorted = new ArrayList<>(sources.size());
    while (!next.isEmpty()) {
      Next first = next.remove();
      sorted.add(first.parts().remove());
      if (!first.parts().isEmpty()) {
        next.add(first);
      }
    }
    return sorted;
  }

  /**
   * A journal with parts that are not placed yet.
   *
   * @param journal its number: journals of one time stay in their order
   */
  private record Next(Queue<Source> parts, int journal) {
    Instant time() {
      return parts.peek().file().modified();
    }
  }
}
