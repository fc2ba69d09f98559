package dev.stockade.cli.journal;

import dev.stockade.base.IsoTime;
import dev.stockade.cli.command.YamlText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The extent of what journals have seen: how much, of whom and when. What they lack cannot be
 * judged by them.
 */
public final class Seen {
  private static final int NAMED = 3;

  /** More are not counted: a forged journal could name any number. */
  private static final int MAX = 1000;

  private static final int MAX_LENGTH = 100;

  /** Three times as many as there are. */
  private static final int MAX_KINDS = 40;

  private static final String FURTHER = "further kinds";

  private static final long DAY = 86_400_000;

  /** Of ten years. */
  private static final int MAX_DAYS = 3660;

  /** Asked with each record, so in no order. */
  private final Set<String> services = new HashSet<>();

  private final Set<String> instances = new HashSet<>();
  private final List<String> missing = new ArrayList<>();

  /** Records that are about something else, by their kind. */
  private final Map<String, Long> others = new TreeMap<>();

  /** Days since the epoch, in UTC, on which there was something. */
  private final Set<Long> days = new HashSet<>();

  private long latestDay = Long.MIN_VALUE;
  private long handshakes;
  private long requests;
  private long blocked;
  private long reported;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /** Takes any record. */
  public void take(SeenRecord record) {
    RecordedFact fact = record.line().fact();
    if (fact == null) {
      other(record);
      return;
    }
    long count = record.count();
    handshakes = Counts.sum(handshakes, fact.tls != null && fact.isConnection() ? count : 0);
    requests = Counts.sum(requests, fact.aws == null ? 0 : count);
    if (fact.isRefusal()) {
      boolean really = fact.isBlocked();
      blocked = Counts.sum(blocked, really ? count : 0);
      reported = Counts.sum(reported, really ? 0 : count);
    }
    first = Math.min(first, record.first());
    last = Math.max(last, record.last());
    day(record);
    add(services, fact.service);
    instance(fact.instance);
  }

  /** Takes the days of a handshake or request, which is counted elsewhere. */
  public void day(SeenRecord record) {
    addDay(Math.floorDiv(record.first(), DAY));
    addDay(Math.floorDiv(record.last(), DAY));
  }

  /** A record that is not about a handshake or request of its own, perhaps of a later version. */
  private void other(SeenRecord record) {
    String name = YamlText.cut(record.line().kind(), MAX_LENGTH);
    boolean full = others.size() >= MAX_KINDS && !others.containsKey(name);
    others.merge(full ? FURTHER : name, record.records(), Counts::sum);
  }

  /** Where something was seen; null where not known. */
  public void instance(String name) {
    add(instances, name);
  }

  public void missing(List<String> words) {
    missing.addAll(words);
  }

  /** In one sentence without its end. */
  public String sentence() {
    String nowhere = missing.isEmpty() ? "" : "; no journal at " + String.join(", ", missing);
    if (handshakes == 0 && requests == 0) {
      return "no handshake and no AWS request" + nowhere;
    }
    List<String> parts = new ArrayList<>();
    addCount(parts, handshakes, "handshake");
    addCount(parts, requests, "AWS request");
    return String.join(" and ", parts)
        + (services.isEmpty() ? "" : " of " + names(services()))
        + (instances.isEmpty() ? "" : " on " + names(new TreeSet<>(instances)))
        + ", from "
        + IsoTime.of(first)
        + " to "
        + IsoTime.of(last)
        + nowhere;
  }

  public long handshakes() {
    return handshakes;
  }

  /** To AWS. */
  public long requests() {
    return requests;
  }

  /** How many were refused when they were recorded. */
  public long blocked() {
    return blocked;
  }

  /** How many violations were only reported when they were recorded. */
  public long reported() {
    return reported;
  }

  /** In milliseconds since the epoch; greater than {@link #last()} where nothing was seen. */
  public long first() {
    return first;
  }

  public long last() {
    return last;
  }

  /**
   * How long something was seen, in days: from the first to the last, but not more than there are
   * days with records, so that one wrong clock makes it no longer than by a day.
   */
  public double days() {
    return first > last ? 0 : Math.min((double) (last - first) / DAY, days.size());
  }

  private void addDay(long day) {
    if (day != latestDay && days.size() < MAX_DAYS) {
      days.add(day);
      latestDay = day;
    }
  }

  /** By name. */
  public Set<String> services() {
    return new TreeSet<>(services);
  }

  /** How many were refused when they were recorded, and how many only reported. */
  public String outcome() {
    return blocked + " were blocked, " + reported + " reported as violations";
  }

  public Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("handshakes", handshakes);
    members.put("requests", requests);
    members.put("blocked", blocked);
    members.put("reported", reported);
    members.put("services", services());
    members.put("instances", new TreeSet<>(instances));
    members.put("first", first > last ? null : IsoTime.of(first));
    members.put("last", first > last ? null : IsoTime.of(last));
    members.put("daysWithRecords", days.size());
    members.put("otherRecords", others);
    members.put("missing", missing);
    return members;
  }

  private static void add(Set<String> names, String name) {
    if (name != null && names.size() < MAX) {
      names.add(YamlText.cut(name, MAX_LENGTH));
    }
  }

  private static void addCount(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what + (count == 1 ? "" : "s"));
    }
  }

  private static String names(Set<String> names) {
    List<String> some = new ArrayList<>(names);
    int more = some.size() - NAMED;
    return String.join(", ", some.subList(0, Math.min(NAMED, some.size())))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
