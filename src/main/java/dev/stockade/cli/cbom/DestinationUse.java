package dev.stockade.cli.cbom;

import dev.stockade.cli.journal.RecordedFact;
import dev.stockade.policy.rule.Verdict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a service connected to or sent requests to. */
final class DestinationUse {
  final String ref;

  /** Of protocols and certificates. */
  final Set<String> dependencies = new TreeSet<>();

  private final String name;
  private final String scheme;

  /** Of AWS the service's name; else null. */
  private String group;

  private Verdict worst = Verdict.PASS;
  private long handshakes;
  private long requests;

  DestinationUse(String ref, String name, String scheme) {
    this.ref = ref;
    this.name = name;
    this.scheme = scheme;
  }

  void add(RecordedFact fact) {
    worst = fact.verdict().compareTo(worst) > 0 ? fact.verdict() : worst;
    if (fact.aws() == null) {
      handshakes += fact.count();
    } else {
      requests += fact.count();
      group = fact.aws().service() == null ? group : fact.aws().service();
    }
  }

  Map<String, Object> service() {
    Map<String, Object> service = new LinkedHashMap<>();
    service.put("bom-ref", ref);
    if (group != null) {
      service.put("group", Ref.whole(group));
    }
    service.put("name", Ref.whole(name));
    service.put("endpoints", Collections.singletonList(scheme + "://" + Ref.encoded(name)));
    Properties properties = new Properties().text("verdict", worst.label());
    properties.countIfAny("handshakes", handshakes).countIfAny("requests", requests);
    service.put("properties", properties.list());
    return service;
  }
}
