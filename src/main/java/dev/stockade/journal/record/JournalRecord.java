package dev.stockade.journal.record;

import dev.stockade.journal.AnswerCounts;
import dev.stockade.journal.Event;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.SummaryTotals;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The content of one record, before it has a form. */
final class JournalRecord {
  final EventKind kind;

  /** In milliseconds since the epoch. */
  final long time;

  /** What happened; null where the journal reports on itself. */
  final Event event;

  /** Of a record without an event; else null. */
  final String reason;

  /** How many events it stands for besides one that has a record; 0 for none. */
  final long count;

  /** Whether it stands for events that were seen again, {@link #first} to {@link #last}. */
  final boolean isRepeat;

  final long first;
  final long last;

  /** About the JVM, in the record {@code started}; else empty. */
  final Map<String, String> runtime;

  /** Where the JVM runs, in the record {@code started}; else empty. */
  final Map<String, String> cloud;

  /** What was seen, in the record {@code stopped}; else empty. */
  final Map<String, Long> counts;

  private JournalRecord(
      EventKind kind,
      long time,
      Event event,
      String reason,
      long count,
      boolean isRepeat,
      long first,
      long last,
      Map<String, String> runtime,
      Map<String, String> cloud,
      Map<String, Long> counts) {
    this.kind = kind;
    this.time = time;
    this.event = event;
    this.reason = reason;
    this.count = count;
    this.isRepeat = isRepeat;
    this.first = first;
    this.last = last;
    this.runtime = runtime;
    this.cloud = cloud;
    this.counts = counts;
  }

  /** The first sight of something. */
  static JournalRecord of(Event event) {
    return new JournalRecord(
        event.kind(), event.time(), event, null, 0, false, 0, 0, none(), none(), none());
  }

  /** The same, seen again. */
  static JournalRecord ofRepeats(Event event, long time, long count, long first, long last) {
    return new JournalRecord(
        event.kind(), time, event, null, count, true, first, last, none(), none(), none());
  }

  /**
   * Events without a record.
   *
   * @param time when that is reported
   */
  static JournalRecord ofDropped(long time, String reason, long count) {
    return new JournalRecord(
        EventKind.DROPPED, time, null, reason, count, false, 0, 0, none(), none(), none());
  }

  /**
   * The first record of an engine.
   *
   * @param cloud see {@link CloudEnvironment}
   */
  static JournalRecord ofStart(long time, String version, Map<String, String> cloud) {
    Map<String, String> runtime = new LinkedHashMap<>();
    runtime.put("stockade", version);
    runtime.put("java", System.getProperty("java.runtime.version"));
    runtime.put("vendor", System.getProperty("java.vendor"));
    return new JournalRecord(
        EventKind.LIFECYCLE, time, null, "started", 0, false, 0, 0, runtime, cloud, none());
  }

  static JournalRecord ofEnd(
      long time, SummaryTotals totals, AnswerCounts answers, long dropped, long errors) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("handshakes", totals.handshakes());
    counts.put("requests", totals.requests());
    counts.put("violations", totals.violations());
    counts.put("blocked", totals.blocked());
    counts.put("failed", totals.failed());
    counts.put("dropped", dropped);
    counts.put("errors", errors);
    if (answers != null) {
      for (Map.Entry<String, Long> one : answers.byVerdict().entrySet()) {
        counts.put("answers." + one.getKey(), one.getValue());
      }
      counts.put("answers.disagreed", answers.disagreed());
    }
    return new JournalRecord(
        EventKind.LIFECYCLE, time, null, "stopped", 0, false, 0, 0, none(), none(), counts);
  }

  private static <T> Map<String, T> none() {
    return Collections.emptyMap();
  }
}
