package dev.stockade.cli.cbom;

import dev.stockade.cli.command.YamlText;
import dev.stockade.cli.journal.RecordedFact;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.tls.CertificateFacts;
import dev.stockade.policy.tls.TlsFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All cryptography that journals show in use: what was agreed, not what was offered or refused. */
final class Inventory {
  private static final int MAX_LENGTH = 300;

  final Algorithms tables = new Algorithms();
  final Table<Set<String>> services = new Table<>();
  final Table<ProtocolUse> protocols = new Table<>();
  final Table<AlgorithmUse> algorithms = new Table<>();
  final Table<DestinationUse> destinations = new Table<>();
  final Table<CertificateFacts> certificates = new Table<>();

  /** The protocols of each provider of TLS. */
  final Table<Set<String>> providers = new Table<>();

  final Map<String, String> names = new TreeMap<>();
  final TreeSet<String> profiles = new TreeSet<>();
  long handshakes;
  long requests;

  /** Refused, or failed before anything was agreed. */
  long without;

  long first = Long.MAX_VALUE;
  long last = Long.MIN_VALUE;

  void take(RecordedFact fact) {
    first = Math.min(first, fact.first());
    last = Math.max(last, fact.last());
    if (fact.profile() != null && profiles.size() < Table.MAX) {
      profiles.add(fact.profile());
    }
    if (!fact.isConnection()) {
      return;
    }
    if (fact.isBlocked() || !fact.isJudgeable()) {
      without += fact.count();
      return;
    }
    Set<String> service = named(services, "service", service(fact), fact.count());
    if (fact.aws() != null) {
      requests += fact.count();
      request(fact, service);
    } else {
      handshakes += fact.count();
      handshake(fact, service);
    }
  }

  static String service(RecordedFact fact) {
    return fact.service() == null ? "unknown" : fact.service();
  }

  private void request(RecordedFact fact, Set<String> service) {
    if (fact.aws().host() != null) {
      destination(fact, fact.aws().host(), "https", service);
    }
  }

  private void handshake(RecordedFact fact, Set<String> service) {
    TlsFacts tls = fact.tls();
    boolean inbound = tls.direction() == Direction.IN;
    String location = inbound ? "in" : "tls://" + Ref.encoded(fact.destination());
    DestinationUse peer = inbound ? null : destination(fact, fact.destination(), "tls", service);
    Set<String> user = peer == null ? service : peer.dependencies;

    ProtocolUse made = ProtocolUse.of(tls.version());
    ProtocolUse protocol = protocols.get(made.ref, fact.count(), () -> made);
    String suite = Algorithms.ianaName(tls.cipher());
    List<Algorithm> listed = new ArrayList<>();
    for (Algorithm algorithm : tables.of(suite, tls.group(), tls.dhBits())) {
      AlgorithmUse use = use(algorithm, fact.count());
      if (use != null) {
        use.evidence.add(location, fact);
        listed.add(algorithm);
      }
    }
    if (protocol != null) {
      protocol.add(fact, location, suite, listed);
      note(service, protocol.ref);
      note(user, protocol.ref);
      provider(fact, protocol.ref, service);
    }
    certificate(tls.serverCertificate(), user);
    certificate(tls.clientCertificate(), user);
  }

  /** With its parts, if it is a hybrid. */
  private AlgorithmUse use(Algorithm algorithm, long count) {
    algorithm.parts.forEach(part -> use(part, 0));
    return algorithms.get(algorithm.ref(), count, () -> new AlgorithmUse(algorithm));
  }

  private DestinationUse destination(
      RecordedFact fact, String name, String scheme, Set<String> service) {
    String ref = Ref.of("destination", name);
    DestinationUse use =
        destinations.get(ref, fact.count(), () -> new DestinationUse(ref, name, scheme));
    if (use != null) {
      use.add(fact);
      note(service, ref);
    }
    return use;
  }

  private void provider(RecordedFact fact, String protocol, Set<String> service) {
    String name = fact.tls().provider();
    Set<String> provided = name == null ? null : named(providers, "provider", name, fact.count());
    if (provided != null) {
      provided.add(protocol);
      note(service, Ref.of("provider", YamlText.cut(name, MAX_LENGTH)));
    }
  }

  private void certificate(CertificateFacts its, Set<String> user) {
    if (its == null) {
      return;
    }
    String ref = Components.ref(its);
    if (certificates.get(ref, 1, () -> its) != null) {
      note(user, ref);
      if (its.signatureAlgorithm() != null) {
        use(tables.signature(its.signatureAlgorithm()), 0);
      }
    }
  }

  /** Null where there is no room. */
  private Set<String> named(Table<Set<String>> table, String kind, String name, long count) {
    String ref = Ref.of(kind, YamlText.cut(name, MAX_LENGTH));
    Set<String> all = table.get(ref, count, TreeSet::new);
    if (all != null) {
      names.put(ref, YamlText.cut(name, MAX_LENGTH));
    }
    return all;
  }

  private static void note(Set<String> refs, String ref) {
    if (refs != null) {
      refs.add(ref);
    }
  }
}
