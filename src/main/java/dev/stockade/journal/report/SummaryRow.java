package dev.stockade.journal.report;

import dev.stockade.base.TerminalText;
import dev.stockade.journal.Event;
import dev.stockade.journal.EventKind;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;

/** One line of a table of the summary: events of which the same is to be said, and their count. */
abstract class SummaryRow implements Comparable<SummaryRow> {
  static final int VIOLATION = 4;
  static final int FAILED = 3;
  static final int WARN = 2;

  /** The worse the higher. */
  final int rank;

  final String word;
  final String rules;
  long count = 1;

  /** Where in the program it was last done, or else in a library; null where unknown. */
  String place;

  private boolean isOfLibrary;

  SummaryRow(Event event) {
    place = event.calledFrom();
    isOfLibrary = event.code() != null && event.code().isOfLibrary();
    rank = rank(event);
    word = word(event);
    rules = rules(event);
  }

  /** One that another engine made. */
  SummaryRow(int rank, String word, String rules) {
    this.rank = rank;
    this.word = word;
    this.rules = rules;
  }

  /** Stands for so many events that are alike. */
  final SummaryRow times(long events) {
    count = events;
    return this;
  }

  /** The same for all events of a row; no part of it can hold a newline. */
  abstract String key();

  /** Counts the events of a row with the same key too. */
  final void add(SummaryRow row) {
    count += row.count;
    // On a thread of the library's own the program is out of sight: what was seen before says more.
    if (row.place != null && (place == null || isOfLibrary || !row.isOfLibrary)) {
      place = row.place;
      isOfLibrary = row.isOfLibrary;
    }
  }

  /** What stands in the columns; the count is the fourth. */
  abstract String[] cells();

  /** The first rule and how many more: the records name them all. */
  final String shortRules() {
    int more = 0;
    for (int at = rules.indexOf(','); at >= 0; at = rules.indexOf(',', at + 1)) {
      more++;
    }
    return more == 0 ? rules : firstRule() + " +" + more;
  }

  /** The first rule, or an empty string. */
  String firstRule() {
    int end = rules.indexOf(',');
    return end < 0 ? rules : rules.substring(0, end);
  }

  /** Worst first, then the most frequent. */
  @Override
  public int compareTo(SummaryRow other) {
    if (rank != other.rank) {
      return Integer.compare(other.rank, rank);
    }
    if (count != other.count) {
      return Long.compare(other.count, count);
    }
    return key().compareTo(other.key());
  }

  private static int rank(Event event) {
    if (event.verdict() == Verdict.VIOLATION || isBlocked(event)) {
      return VIOLATION;
    }
    if (event.kind() == EventKind.TLS_FAILED) {
      return FAILED;
    }
    if (event.verdict() == Verdict.WARN) {
      return WARN;
    }
    return event.verdict() == Verdict.NOTE ? 1 : 0;
  }

  /** What was or would be done, and where that is nothing, what is thought of it. */
  private static String word(Event event) {
    if (isBlocked(event)) {
      return Action.BLOCKED.label();
    }
    if (event.kind() == EventKind.TLS_FAILED) {
      return "failed";
    }
    boolean worthSaying = event.verdict() == Verdict.NOTE || event.verdict() == Verdict.WARN;
    if (event.action() != null && event.action() != Action.ALLOWED && !worthSaying) {
      return event.action().label();
    }
    return event.verdict() == null ? "-" : event.verdict().label();
  }

  private static boolean isBlocked(Event event) {
    return event.kind() == EventKind.TLS_BLOCKED || event.kind() == EventKind.AWS_BLOCKED;
  }

  private static String rules(Event event) {
    StringBuilder ids = new StringBuilder();
    if (event.finding() != null) {
      for (Rule rule : event.finding().rules()) {
        ids.append(ids.length() == 0 ? "" : ",").append(rule.id());
      }
    }
    return ids.toString();
  }

  static String orDash(String text) {
    return text == null ? "-" : TerminalText.text(text);
  }
}
