package dev.stockade.journal;

import dev.stockade.policy.rule.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;

/** The counts of the record {@code stopped} and of the summary's heading, each for one kind. */
public final class SummaryTotals {
  SummaryTotals() {}

  private long handshakes;

  private long requests;

  private long violations;

  private long blocked;
  private long failed;

  /** Completed ones. */
  public long handshakes() {
    return handshakes;
  }

  /** To AWS, blocked or not. */
  public long requests() {
    return requests;
  }

  /** Events with this verdict, whether blocked or not. */
  public long violations() {
    return violations;
  }

  public long blocked() {
    return blocked;
  }

  public long failed() {
    return failed;
  }

  /** By name, for another engine. */
  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("handshakes", handshakes);
    members.put("requests", requests);
    members.put("violations", violations);
    members.put("blocked", blocked);
    members.put("failed", failed);
    return members;
  }

  /** Another engine's {@link #members}. */
  void add(Map<?, ?> members) {
    handshakes += Legacy.number(members.get("handshakes"));
    requests += Legacy.number(members.get("requests"));
    violations += Legacy.number(members.get("violations"));
    blocked += Legacy.number(members.get("blocked"));
    failed += Legacy.number(members.get("failed"));
  }

  void count(Event event, long times) {
    if (event.kind().isAnswer()) {
      return;
    }
    if (event.verdict() == Verdict.VIOLATION) {
      violations += times;
    }
    if (event.aws() != null) {
      requests += times;
      blocked += event.kind() == EventKind.AWS_BLOCKED ? times : 0;
    } else if (event.kind() == EventKind.TLS_HANDSHAKE) {
      handshakes += times;
    } else if (event.kind() == EventKind.TLS_BLOCKED) {
      blocked += times;
    } else if (event.kind() == EventKind.TLS_FAILED) {
      failed += times;
    }
  }
}
