package dev.stockade.cli.policy;

import dev.stockade.policy.Direction;
import dev.stockade.policy.Peer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Groups recorded violations by destination. */
final class Suggestions {
  /** What may stand in a match and mean this very name. */
  private static final Pattern PLAIN_HOST = Pattern.compile("[^\\s/:*?\\p{Cntrl}]+");

  private static final Pattern PLAIN_ADDRESS = Pattern.compile("[0-9a-fA-F.:]+");

  private final Map<String, Evidence> groups = new TreeMap<>();
  private final Map<String, Long> left = new LinkedHashMap<>();
  private final Set<String> profiles = new TreeSet<>();

  void take(RecordedFact fact) {
    if (!fact.isRefusal()) {
      return;
    }
    String obstacle = obstacle(fact);
    if (obstacle != null) {
      left.merge(fact.destination() + ": " + obstacle, fact.count, Long::sum);
      return;
    }
    if (fact.profile != null) {
      profiles.add(fact.profile);
    }
    Evidence evidence = new Evidence(cleaned(fact.peer()));
    groups.computeIfAbsent(evidence.key(), any -> evidence).add(fact);
  }

  Collection<Evidence> groups() {
    return groups.values();
  }

  /** The profile of all records; null where they differ or do not say. */
  String profile() {
    return profiles.size() == 1 ? profiles.iterator().next() : null;
  }

  /** Violations for which no exception can be written, in sentences. */
  List<String> left() {
    List<String> sentences = new ArrayList<>();
    left.forEach(
        (what, count) -> sentences.add(count + (count == 1 ? " time " : " times ") + what));
    return sentences;
  }

  private static String obstacle(RecordedFact fact) {
    if (!fact.isJudgeable()) {
      return "refused before anything was agreed, so the record does not tell what to allow; audit"
          + " this destination, then ask again";
    }
    if (fact.rules.isEmpty()) {
      return "the record names no rule";
    }
    Peer peer = cleaned(fact.peer());
    boolean unknown = peer.host() == null && peer.ip() == null;
    return unknown ? "the record tells no name and no address that could be matched" : null;
  }

  /** Without names that a match would read as something else; an address stands for itself. */
  private static Peer cleaned(Peer peer) {
    String host = peer.host();
    boolean address = host != null && host.indexOf(':') >= 0 && isAddress(host);
    boolean plain = host != null && (address || PLAIN_HOST.matcher(host).matches());
    boolean inbound = peer.direction() == Direction.IN;
    return new Peer(
        peer.direction(),
        plain && !inbound ? host : null,
        isAddress(peer.ip()) ? peer.ip() : null,
        peer.port(),
        null);
  }

  private static boolean isAddress(String text) {
    return text != null && PLAIN_ADDRESS.matcher(text).matches();
  }
}
