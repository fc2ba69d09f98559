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
    if (!isAgreed(fact)) {
      return record -> {};
    }
    return record -> {
      versions.add(tls.version(), record.count());
      suites.add(tls.cipher(), record.count());
      groups.add(tls.group(), record.count());
    };
  }

  /** What counts a record at its time. */
  Consumer<SeenRecord> timeline(RecordedFact fact) {
    if (!isAgreed(fact)) {
      return record -> {};
    }
    String version = fact.tls().version();
    return record -> timeline.add(version, record.last(), record.count());
  }

  /** Whether it is a connection of which is known what was agreed on. */
  private static boolean isAgreed(RecordedFact fact) {
    TlsFacts tls = fact.tls();
    return tls != null && tls.version() != null && tls.cipher() != null && fact.isConnection();
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
