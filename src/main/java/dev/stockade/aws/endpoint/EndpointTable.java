package dev.stockade.aws.endpoint;

import static dev.stockade.aws.text.FactTable.known;

import dev.stockade.aws.text.FactTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The facts of the tables, read at the first host that has a suffix of AWS. */
final class EndpointTable {
  static final EndpointTable FACTS = new EndpointTable();

  /** So many labels has the longest part below which customers have names. */
  private static final int MAX_LABELS = 3;

  private final Map<String, Partition> partitions = new LinkedHashMap<>();
  private final Map<String, HostPart> exact = new HashMap<>();
  private final Map<String, HostPart> below = new HashMap<>();
  private final Map<String, HostPart> global = new HashMap<>();
  private final Map<String, String> globalRegions = new HashMap<>();
  private final Set<String> before = new HashSet<>();

  private EndpointTable() {
    for (String[] fact : FactTable.of("services.txt")) {
      exact.put(fact[0], new HostPart(Endpoint.Kind.API, fact[0], fact[0]));
    }
    for (String[] fact : FactTable.of("signing-names.txt")) {
      exact.put(
          fact[0], new HostPart(Endpoint.Kind.API, fact[0], known(fact[1]), fact.length == 2));
    }
    for (String[] fact : FactTable.of("hosts.txt")) {
      add(fact);
    }
  }

  private void add(String[] fact) {
    String part = fact[1];
    switch (fact[0]) {
      case "partition":
        partitions.put(
            part,
            new Partition(part, fact[2], Arrays.asList(Arrays.copyOfRange(fact, 3, fact.length))));
        break;
      case "global":
        global.put(part, new HostPart(Endpoint.Kind.API, part, known(fact[2])));
        for (int i = 3; i < fact.length; i++) {
          int equals = fact[i].indexOf('=');
          globalRegions.put(
              part + ' ' + fact[i].substring(0, equals), known(fact[i].substring(equals + 1)));
        }
        break;
      case "below":
        below.put(part, new HostPart(Endpoint.Kind.API, part, known(fact[2])));
        break;
      case "before":
        before.add(part);
        break;
      default:
        below.put(part, new HostPart(Endpoint.Kind.OTHER, part, known(fact[2])));
    }
  }

  /**
   * The partition of a region, null where the label names none.
   *
   * @param home the partition that the suffix says; it shares its suffixes with none but aws-us-gov
   */
  Partition ofRegion(String label, String home) {
    Partition partition = partitions.get(home);
    if (partition != null && !partition.isRegion(label) && home.equals("aws")) {
      partition = partitions.get("aws-us-gov");
    }
    return partition != null && partition.isRegion(label) ? partition : null;
  }

  boolean mayFollowRegion(String label) {
    return before.contains(label);
  }

  /** What a part means in a host that names a region, or null. */
  HostPart regional(String part) {
    HostPart found = exact.get(part);
    return found != null ? found : below(part);
  }

  /** The endpoint of a part in a host that names no region, or null. */
  Endpoint global(String part, String partition) {
    HostPart found = global.get(part);
    if (found == null) {
      HostPart other = below(part);
      return other == null ? null : other.endpoint(partition, null);
    }
    String key = part + ' ' + partition;
    Partition home = partitions.get(partition);
    String region = home == null ? null : home.globalRegion();
    return found.endpoint(
        partition, globalRegions.containsKey(key) ? globalRegions.get(key) : region);
  }

  /** The longest end of a part, cut at dots, that customers' names stand before. */
  private HostPart below(String part) {
    HostPart found = null;
    int dot = part.length();
    for (int i = 0; i < MAX_LABELS && dot >= 0; i++) {
      dot = part.lastIndexOf('.', dot - 1);
      HostPart longer = below.get(part.substring(dot + 1));
      found = longer != null ? longer : found;
    }
    return found;
  }
}
