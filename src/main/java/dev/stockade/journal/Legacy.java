package dev.stockade.journal;

import dev.stockade.policy.rule.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the engines before this one had counted in this process, and what this one leaves to the
 * next. Maps, lists, texts and numbers only, as the two know no common type. For any thread.
 */
final class Legacy {
  private static final String KINDS = "kinds";
  private static final String VERDICTS = "verdicts";
  private static final String TOTALS = "totals";
  private static final String DROPPED = "dropped";
  private static final String HANDSHAKES = "rows.tls";
  private static final String REQUESTS = "rows.aws";

  private final long[] kinds = new long[Kind.values().length];
  private final long[] verdicts = new long[Verdict.values().length];
  private final Totals totals = new Totals();
  private List<?> handshakes = Collections.emptyList();
  private List<?> requests = Collections.emptyList();
  private long dropped;
  private Map<String, Object> left = Collections.emptyMap();
  private boolean goesOn;

  synchronized void add(Map<?, ?> counts) {
    Map<?, ?> ofKinds = map(counts.get(KINDS));
    for (Kind kind : Kind.values()) {
      kinds[kind.ordinal()] += number(ofKinds.get(kind.label()));
    }
    Map<?, ?> ofVerdicts = map(counts.get(VERDICTS));
    for (Verdict verdict : Verdict.values()) {
      verdicts[verdict.ordinal()] += number(ofVerdicts.get(verdict.label()));
    }
    totals.add(map(counts.get(TOTALS)));
    dropped += number(counts.get(DROPPED));
    handshakes = list(counts.get(HANDSHAKES));
    requests = list(counts.get(REQUESTS));
  }

  synchronized long count(Kind kind) {
    return kinds[kind.ordinal()];
  }

  synchronized long count(Verdict verdict) {
    return verdicts[verdict.ordinal()];
  }

  synchronized long dropped() {
    return dropped;
  }

  /** With those of the engines before. */
  synchronized Totals plus(Totals own) {
    Totals all = new Totals();
    all.add(totals.members());
    all.add(own.members());
    return all;
  }

  /** The rows of the engines before go on in these, once. */
  synchronized void moveRows(SummaryRows toHandshakes, SummaryRows toRequests) {
    InheritedRow.all(handshakes).forEach(toHandshakes::add);
    InheritedRow.all(requests).forEach(toRequests::add);
    handshakes = Collections.emptyList();
    requests = Collections.emptyList();
  }

  /** Another engine goes on with the counts, so this one tells no summary. */
  synchronized void goOn() {
    goesOn = true;
  }

  synchronized boolean goesOn() {
    return goesOn;
  }

  /** By the writer thread at its end. */
  synchronized void leave(
      SummaryRows ofHandshakes, SummaryRows ofRequests, Totals own, Tally tally) {
    moveRows(ofHandshakes, ofRequests);
    Map<String, Object> all = new LinkedHashMap<>();
    Map<String, Object> ofKinds = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      ofKinds.put(kind.label(), tally.count(kind));
    }
    Map<String, Object> ofVerdicts = new LinkedHashMap<>();
    for (Verdict verdict : Verdict.values()) {
      ofVerdicts.put(verdict.label(), tally.count(verdict));
    }
    all.put(KINDS, ofKinds);
    all.put(VERDICTS, ofVerdicts);
    all.put(TOTALS, plus(own).members());
    all.put(DROPPED, tally.droppedInAll());
    all.put(HANDSHAKES, InheritedRow.listOf(ofHandshakes));
    all.put(REQUESTS, InheritedRow.listOf(ofRequests));
    left = all;
  }

  /** What was left; empty when nothing was seen. */
  synchronized Map<String, Object> left() {
    return left;
  }

  static long number(Object value) {
    return value instanceof Number ? Math.max(0, ((Number) value).longValue()) : 0;
  }

  static List<?> list(Object value) {
    return value instanceof List ? new ArrayList<Object>((List<?>) value) : Collections.emptyList();
  }

  private static Map<?, ?> map(Object value) {
    return value instanceof Map ? (Map<?, ?>) value : Collections.emptyMap();
  }
}
