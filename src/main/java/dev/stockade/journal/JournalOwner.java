package dev.stockade.journal;

import dev.stockade.policy.rule.Verdict;
import java.util.List;
import java.util.Map;

/**
 * The owner of a journal. Nothing here is asked before the first event, so that a start loads none
 * of what it takes to answer.
 */
public interface JournalOwner {
  JournalSettings settings();

  /** Makes what is done with events, in the order in which they get each event. */
  List<EventSink> sinks(SinkContext context);

  /**
   * What the journals of all engines in this JVM share, one engine after the other: JRE types by
   * name. Asked on the writer thread.
   */
  Map<String, Object> shared();

  /** Makes what looks from time to time whether something changed; null for nothing. */
  PeriodicCheck periodicCheck();

  /**
   * Takes one line for a person.
   *
   * @param line without a newline, printable ASCII
   */
  void log(Verdict level, String line);

  /** How many errors of its own Stockade has swallowed. */
  long internalErrors();
}
