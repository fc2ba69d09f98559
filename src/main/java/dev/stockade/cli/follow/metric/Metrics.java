package dev.stockade.cli.follow.metric;

import dev.stockade.cli.command.JsonView;
import dev.stockade.cli.follow.tail.FollowedRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counters of all sources that journals show, and of the following itself. They only grow, also
 * over a restart that has a checkpoint. Thread-safe.
 */
public final class Metrics {
  /** Sources that are held; the one that was seen longest ago makes room. */
  static final int MAX_SOURCES = 200;

  private final Map<String, MetricSource> sources =
      new LinkedHashMap<String, MetricSource>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MetricSource> eldest) {
          return size() > MAX_SOURCES;
        }
      };

  private final Map<OwnMetric, Long> own = new LinkedHashMap<>();

  public Metrics() {
    for (OwnMetric one : OwnMetric.values()) {
      own.put(one, 0L);
    }
  }

  /** Counts a record. */
  public synchronized void take(FollowedRecord record) {
    MetricSource source = source(Labels.name(record.service()), Labels.name(record.instance()));
    source.first = source.first == 0 ? record.time() : source.first;
    source.last = Math.max(source.last, record.time());
    RecordMetrics.take(record, source);
  }

  public synchronized void add(OwnMetric metric, long count) {
    own.merge(metric, count, Long::sum);
  }

  public synchronized void set(OwnMetric metric, long value) {
    own.put(metric, value);
  }

  /** Sees all of it as it is at one moment. */
  public synchronized String render(MetricsForm form) {
    return form.render(new ArrayList<>(sorted().values()), new LinkedHashMap<>(own));
  }

  /** For the checkpoint. */
  public synchronized Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    for (OwnMetric one : OwnMetric.values()) {
      if (one.isCounter()) {
        members.put(one.metric(), own.get(one));
      }
    }
    List<Object> all = new ArrayList<>();
    sources.values().forEach(source -> all.add(SavedSource.members(source)));
    members.put("sources", all);
    return members;
  }

  /**
   * Goes on from a checkpoint.
   *
   * @throws IllegalArgumentException when it is none
   */
  public synchronized void restore(JsonView members) {
    for (OwnMetric one : OwnMetric.values()) {
      own.merge(one, members.whole(one.metric()), Long::sum);
    }
    for (JsonView saved : members.each("sources")) {
      SavedSource.restore(saved, source(saved.text("service"), saved.text("instance")));
    }
  }

  private Map<String, MetricSource> sorted() {
    Map<String, MetricSource> sorted = new TreeMap<>();
    sorted.putAll(sources);
    return sorted;
  }

  private MetricSource source(String service, String instance) {
    return sources.computeIfAbsent(
        service + '\0' + instance, any -> new MetricSource(service, instance));
  }

  /** A form in which counters are handed on. */
  public interface MetricsForm {
    /**
     * @param sources sorted
     */
    String render(Collection<MetricSource> sources, Map<OwnMetric, Long> own);
  }
}
