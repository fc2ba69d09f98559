package dev.stockade.cli.follow.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The counters of one service on one instance. */
public final class MetricSource {
  /** Series of one family; what comes then is counted as one. */
  static final int MAX_SERIES = 200;

  public final String service;
  public final String instance;

  /** Of Stockade; empty where not known, as in all that follows. */
  public String version = "";

  public String mode = "";
  public String profile = "";

  /** Times of records, in milliseconds since the epoch; 0 before the first. */
  public long first;

  public long last;

  private final Map<MetricFamily, Map<String, Series>> families = new EnumMap<>(MetricFamily.class);

  MetricSource(String service, String instance) {
    this.service = service;
    this.instance = instance;
  }

  void add(MetricFamily family, long count, String... values) {
    Map<String, Series> all = families.computeIfAbsent(family, any -> new TreeMap<>());
    List<String> key = Collections.unmodifiableList(Arrays.asList(values));
    if (!all.containsKey(key.toString()) && all.size() >= MAX_SERIES) {
      key = family.others();
    }
    List<String> of = key;
    Series series = all.computeIfAbsent(key.toString(), any -> new Series(of));
    series.count += count;
  }

  /** Sorted by the values of the labels. */
  public List<Series> series(MetricFamily family) {
    Map<String, Series> all = families.get(family);
    return all == null ? Collections.<Series>emptyList() : new ArrayList<>(all.values());
  }

  /** One counter. */
  public static final class Series {
    public final List<String> values;
    public long count;

    Series(List<String> values) {
      this.values = values;
    }
  }
}
