package dev.stockade.journal;

import dev.stockade.policy.Verdict;

/** The counts of the record {@code stopped} and of the summary's heading, each for one kind. */
final class Totals {
  /** Completed ones. */
  long handshakes;

  /** To AWS, blocked or not. */
  long requests;

  /** Events with this verdict, whether blocked or not. */
  long violations;

  long blocked;
  long failed;

  void count(Event event) {
    if (event.verdict() == Verdict.VIOLATION) {
      violations++;
    }
    if (event.aws() != null) {
      requests++;
      blocked += event.kind() == Kind.AWS_BLOCKED ? 1 : 0;
    } else if (event.kind() == Kind.TLS_HANDSHAKE) {
      handshakes++;
    } else if (event.kind() == Kind.TLS_BLOCKED) {
      blocked++;
    } else if (event.kind() == Kind.TLS_FAILED) {
      failed++;
    }
  }
}
