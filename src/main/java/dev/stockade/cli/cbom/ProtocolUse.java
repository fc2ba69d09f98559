package dev.stockade.cli.cbom;

import dev.stockade.cli.journal.RecordedFact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One version of TLS, and the suites that were agreed under it. */
final class ProtocolUse {
  final String ref;
  final Evidence evidence = new Evidence();
  private final String name;
  private final String type;
  private final String version;
  private final Table<Suite> suites = new Table<>();

  private ProtocolUse(String name, String type, String version) {
    this.name = name;
    this.type = type;
    this.version = version;
    this.ref = Ref.of("crypto/protocol", type + "@" + version);
  }

  /**
   * @param name as Java has it, such as {@code TLSv1.2}
   */
  static ProtocolUse of(String name) {
    int v = name.indexOf('v');
    String family = v < 0 ? name : name.substring(0, v);
    String number = v < 0 ? "" : name.substring(v + 1);
    boolean known = number.matches("[0-9](\\.[0-9])?");
    if (known && (family.equals("TLS") || family.equals("DTLS"))) {
      return new ProtocolUse(
          name,
          family.equals("TLS") ? "tls" : "dtls",
          number.contains(".") ? number : number + ".0");
    }
    return new ProtocolUse(name, "other", known ? number + ".0" : name);
  }

  /**
   * Adds handshakes.
   *
   * @param suite IANA's name
   * @param algorithms what it consisted of
   */
  void add(RecordedFact fact, String location, String suite, List<Algorithm> algorithms) {
    evidence.add(location, fact);
    Suite use = suites.get(suite, fact.count(), () -> new Suite(suite));
    if (use == null) {
      return;
    }
    use.count += fact.count();
    use.note(use.groups, fact.tls().group());
    use.note(use.schemes, fact.tls().signatureScheme());
    algorithms.forEach(one -> use.note(use.algorithms, one.ref()));
  }

  /** References of all algorithms of its suites. */
  Set<String> algorithms() {
    Set<String> all = new TreeSet<>();
    suites.values().forEach(suite -> all.addAll(suite.algorithms));
    return all;
  }

  Map<String, Object> component(Algorithms tables) {
    List<Object> cipherSuites = new ArrayList<>();
    Properties properties = new Properties().count("handshakes", evidence.count());
    for (Suite suite : suites.values()) {
      cipherSuites.add(suite.members(tables));
      properties.count("handshakes:" + Ref.whole(suite.name), suite.count);
    }
    properties.countIfAny("handshakes-of-suites-not-listed", suites.omitted());
    Map<String, Object> protocol = new LinkedHashMap<>();
    protocol.put("type", type);
    protocol.put("version", Ref.whole(version));
    protocol.put("cipherSuites", cipherSuites);
    Map<String, Object> crypto = new LinkedHashMap<>();
    crypto.put("assetType", "protocol");
    crypto.put("protocolProperties", protocol);
    return Components.asset(ref, name, Ref.whole(version), crypto, evidence, properties);
  }

  /** One suite, with what was agreed beside it. */
  private static final class Suite {
    /** Of names that no registry has, a peer could make any number. */
    private static final int MAX = 100;

    private final String name;
    private final TreeSet<String> groups = new TreeSet<>();
    private final TreeSet<String> schemes = new TreeSet<>();
    private final Set<String> algorithms = new TreeSet<>();
    private long count;

    Suite(String name) {
      this.name = name;
    }

    void note(Set<String> names, String name) {
      if (name != null && names.size() < MAX) {
        names.add(Ref.whole(name));
      }
    }

    Map<String, Object> members(Algorithms tables) {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("name", Ref.whole(name));
      List<String> identifiers = tables.identifiers(name);
      put(members, "identifiers", identifiers);
      put(members, "algorithms", new ArrayList<>(algorithms));
      put(members, "tlsGroups", new ArrayList<>(groups));
      put(members, "tlsSignatureSchemes", new ArrayList<>(schemes));
      return members;
    }

    private static void put(Map<String, Object> members, String name, List<String> list) {
      if (!list.isEmpty()) {
        members.put(name, list);
      }
    }
  }
}
