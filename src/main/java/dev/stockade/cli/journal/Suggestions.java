package dev.stockade.cli.journal;

import dev.stockade.policy.tls.Profiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Groups recorded violations by destination. */
final class Suggestions {
  /** As many exceptions as a policy file may hold. */
  private static final int MAX_GROUPS = 1000;

  private static final int MAX_SENTENCES = 100;
  private static final String FURTHER =
      "further destinations: a policy file holds at most "
          + MAX_GROUPS
          + " exceptions; fix some, or ask with the journals of one service";

  private final Map<String, Evidence> groups = new TreeMap<>();
  private final Map<String, Long> left = new LinkedHashMap<>();

  /** Those of {@link #left} that were asked for an audit: another record may have been one. */
  private final Map<String, String> unjudged = new HashMap<>();

  private final Set<String> profiles = new TreeSet<>();

  void take(RecordedFact fact) {
    if (!fact.isRefusal()) {
      return;
    }
    String obstacle = Obstacle.to(fact);
    Evidence evidence = new Evidence(Obstacle.matchable(fact.peer()));
    if (obstacle != null) {
      String sentence = fact.destination() + ": " + obstacle;
      leave(sentence, obstacle, fact.count);
      if (!fact.isJudgeable() && left.containsKey(sentence)) {
        unjudged.put(sentence, evidence.key());
      }
      return;
    }
    if (groups.size() == MAX_GROUPS && !groups.containsKey(evidence.key())) {
      leave(FURTHER, FURTHER, fact.count);
      return;
    }
    if (fact.profile != null && Profiles.names().contains(fact.profile)) {
      profiles.add(fact.profile);
    }
    groups.computeIfAbsent(evidence.key(), any -> evidence).add(fact);
  }

  Collection<Evidence> groups() {
    return groups.values();
  }

  /** The profile of all records; null where they differ, do not say, or name an unknown one. */
  String profile() {
    return profiles.size() == 1 ? profiles.iterator().next() : null;
  }

  /** Violations for which no exception can be written, in sentences. */
  List<String> left() {
    List<String> sentences = new ArrayList<>();
    left.forEach(
        (what, count) -> {
          String group = unjudged.get(what);
          if (group == null || !groups.containsKey(group)) {
            sentences.add(count + (count == 1 ? " time " : " times ") + what);
          }
        });
    for (Evidence evidence : groups.values()) {
      if (evidence.hasMoreSuites) {
        sentences.add(evidence.key() + ": more weak suites than an exception shall name");
      }
    }
    return sentences;
  }

  /**
   * @param kind what stands for the sentence when there are too many
   */
  private void leave(String sentence, String kind, long count) {
    boolean full = left.size() >= MAX_SENTENCES && !left.containsKey(sentence);
    left.merge(full ? "elsewhere: " + kind : sentence, count, Counts::sum);
  }
}
