package dev.stockade.cli.report;

import dev.stockade.cli.journal.RecordedFact;
import dev.stockade.cli.journal.SeenRecord;
import dev.stockade.policy.tls.TlsFacts;
import java.util.function.Consumer;

/** What TLS was agreed on. */
final class InUse {
  /** Of the names of hybrid groups (draft-ietf-tls-ecdhe-mlkem). */
  private static final String POST_QUANTUM = "MLKEM";

  final Tally versions = new Tally();
  final Tally suites = new Tally();
  final Tally groups = new Tally();
  final Timeline timeline;

  InUse(Timeline timeline) {
    this.timeline = timeline;
  }

  /** What counts a record. */
  Consumer<SeenRecord> of(RecordedFact fact) {
    TlsFacts tls = fact.tls();
    if (tls.version() == null || tls.cipher() == null || !fact.isConnection()) {
      return record -> {};
    }
    return record -> {
      versions.add(tls.version(), record.count());
      suites.add(tls.cipher(), record.count());
      groups.add(tls.group(), record.count());
      timeline.add(tls.version(), record.last(), record.count());
    };
  }

  static boolean isPostQuantum(String group) {
    return group.contains(POST_QUANTUM);
  }

  long postQuantum() {
    long count = 0;
    for (String group : groups.byName().keySet()) {
      count += isPostQuantum(group) ? groups.of(group) : 0;
    }
    return count;
  }
}
