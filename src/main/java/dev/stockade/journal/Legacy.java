package dev.stockade.journal;

import dev.stockade.policy.rule.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The counts of the engines before this one in this process, and those that this one leaves to the
 * next. Maps, lists, strings and numbers only, as the two know no common type. Thread-safe.
 */
public final class Legacy {
  private static final String KINDS = "kinds";
  private static final String VERDICTS = "verdicts";
  private static final String TOTALS = "totals";
  private static final String DROPPED = "dropped";
  private static final String BELOW_RECOMMENDED = "belowRecommended";
  private static final String ANSWERS = "answers";

  /** Begins the names of what the sinks leave. */
  private static final String ROWS = "rows.";

  private final long[] kinds = new long[EventKind.values().length];
  private final long[] verdicts = new long[Verdict.values().length];
  private final SummaryTotals totals = new SummaryTotals();
  private final Map<String, List<?>> rows = new LinkedHashMap<>();
  private long dropped;
  private long belowRecommended;
  private Map<String, Object> left = Collections.emptyMap();
  private boolean goesOn;

  Legacy() {}

  synchronized void add(Map<?, ?> counts) {
    Map<?, ?> ofKinds = map(counts.get(KINDS));
    for (EventKind kind : EventKind.values()) {
      kinds[kind.ordinal()] += number(ofKinds.get(kind.label()));
    }
    Map<?, ?> ofVerdicts = map(counts.get(VERDICTS));
    for (Verdict verdict : Verdict.values()) {
      verdicts[verdict.ordinal()] += number(ofVerdicts.get(verdict.label()));
    }
    totals.add(map(counts.get(TOTALS)));
    dropped += number(counts.get(DROPPED));
    belowRecommended += number(counts.get(BELOW_RECOMMENDED));
    for (Map.Entry<?, ?> member : counts.entrySet()) {
      String name = String.valueOf(member.getKey());
      if (name.startsWith(ROWS)) {
        rows.put(name.substring(ROWS.length()), list(member.getValue()));
      }
    }
  }

  synchronized long count(EventKind kind) {
    return kinds[kind.ordinal()];
  }

  synchronized long count(Verdict verdict) {
    return verdicts[verdict.ordinal()];
  }

  synchronized long dropped() {
    return dropped;
  }

  synchronized long belowRecommended() {
    return belowRecommended;
  }

  /** With those of the engines before. */
  public synchronized SummaryTotals plus(SummaryTotals own) {
    SummaryTotals all = new SummaryTotals();
    all.add(totals.members());
    all.add(own.members());
    return all;
  }

  /** What a sink of the engine before had left under this name; empty from then on. */
  public synchronized List<?> takeRows(String name) {
    List<?> taken = rows.remove(name);
    return taken == null ? Collections.emptyList() : taken;
  }

  /** Lists, strings and numbers that the sink of the next engine takes. */
  public synchronized void leaveRows(String name, List<?> left) {
    rows.put(name, left);
  }

  /** Another engine goes on with the counts. */
  synchronized void goOn() {
    goesOn = true;
  }

  /** Whether another engine goes on, so that this one prints no summary. */
  public synchronized boolean goesOn() {
    return goesOn;
  }

  /** What AWS answered the engines before; empty for a journal without. */
  static Map<?, ?> answersIn(Map<?, ?> counts) {
    return map(counts.get(ANSWERS));
  }

  /** By the writer thread at its end. */
  synchronized void leave(JournalCounters counters) {
    Map<String, Object> all = new LinkedHashMap<>();
    Map<String, Object> ofKinds = new LinkedHashMap<>();
    for (EventKind kind : EventKind.values()) {
      ofKinds.put(kind.label(), counters.count(kind));
    }
    Map<String, Object> ofVerdicts = new LinkedHashMap<>();
    for (Verdict verdict : Verdict.values()) {
      ofVerdicts.put(verdict.label(), counters.count(verdict));
    }
    all.put(KINDS, ofKinds);
    all.put(VERDICTS, ofVerdicts);
    all.put(TOTALS, plus(counters.totals()).members());
    all.put(DROPPED, counters.droppedInAll());
    all.put(BELOW_RECOMMENDED, counters.belowRecommended());
    if (counters.answersIfAny() != null) {
      all.put(ANSWERS, counters.answersIfAny().members());
    }
    for (Map.Entry<String, List<?>> sink : rows.entrySet()) {
      all.put(ROWS + sink.getKey(), sink.getValue());
    }
    left = all;
  }

  /** What was left; empty when nothing was seen. */
  synchronized Map<String, Object> left() {
    return left;
  }

  /** A count that was left; 0 for anything else. */
  public static long number(Object value) {
    return value instanceof Number ? Math.max(0, ((Number) value).longValue()) : 0;
  }

  /** A list that was left; empty for anything else. */
  public static List<?> list(Object value) {
    return value instanceof List ? new ArrayList<Object>((List<?>) value) : Collections.emptyList();
  }

  private static Map<?, ?> map(Object value) {
    return value instanceof Map ? (Map<?, ?>) value : Collections.emptyMap();
  }
}
