package dev.stockade.cli.cbom;

import dev.stockade.cli.journal.RecordedFact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where something was used, how often and by whom. */
final class Evidence {
  /** A bill of materials that nobody can open proves nothing. */
  static final int MAX = 1_000;

  /** By all of an occurrence but its count, in the order in which they are written. */
  private final Map<String, Place> places = new TreeMap<>();

  private long count;
  private long omitted;

  void add(String location, RecordedFact fact) {
    count += fact.count();
    Place place = new Place(location, fact);
    String key = place.key();
    Place known = places.get(key);
    if (known != null) {
      known.count += fact.count();
    } else if (places.size() < MAX) {
      places.put(key, place);
    } else {
      omitted += fact.count();
    }
  }

  /** Handshakes or requests. */
  long count() {
    return count;
  }

  /** Those of {@link #count()} whose place is not among the occurrences. */
  long omitted() {
    return omitted;
  }

  Map<String, Object> members() {
    List<Object> occurrences = new ArrayList<>();
    for (Place place : places.values()) {
      occurrences.add(place.members());
    }
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("occurrences", occurrences);
    return members;
  }

  /** A peer and the code that called it, with what was said of it. */
  private static final class Place {
    private final String location;
    private final String symbol;
    private final String context;
    private final String jar;
    private long count;

    Place(String location, RecordedFact fact) {
      this.location = location;
      this.symbol =
          fact.code() == null
              ? null
              : fact.code() + (fact.method() == null ? "" : "." + fact.method());
      this.context =
          fact.verdict().label() + (fact.action() == null ? "" : "; " + fact.action().label());
      this.jar = fact.jar();
      this.count = fact.count();
    }

    String key() {
      return location + '\0' + symbol + '\0' + jar + '\0' + context;
    }

    Map<String, Object> members() {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("location", location);
      if (symbol != null) {
        members.put("symbol", Ref.whole(symbol));
      }
      String from = jar == null ? "" : "; jar=" + Ref.whole(jar);
      members.put("additionalContext", context + "; count=" + count + from);
      return members;
    }
  }
}
