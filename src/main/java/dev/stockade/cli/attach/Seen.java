package dev.stockade.cli.attach;

import dev.stockade.cli.jvm.Jvm;
import dev.stockade.cli.jvm.RunningEngine;
import java.util.Collections;
import java.util.Map;

/**
 * The number of events that an engine has seen, by its status, and what it means when that is none.
 */
final class Seen {
  private static final String[] KINDS = {
    "tls.handshake", "tls.failed", "tls.blocked", "aws.request", "aws.blocked"
  };

  private boolean known;
  private long events;
  private long violations;
  private boolean watches;

  static Seen in(Jvm jvm) {
    Seen seen = new Seen();
    seen.take(jvm);
    return seen;
  }

  /** As it is now; nothing is known where no engine reports its status. */
  void take(Jvm jvm) {
    Map<String, Object> status = RunningEngine.quietStatus(jvm);
    if (status != null) {
      take(status);
    }
  }

  void take(Map<String, Object> status) {
    known = true;
    Map<?, ?> counts = object(status.get("counts"));
    events = 0;
    for (String kind : KINDS) {
      events += number(counts.get(kind));
    }
    violations = number(counts.get("violation"));
    watches = number(object(status.get("hooks")).get("engines")) > 0;
  }

  Seen since(Seen before) {
    Seen since = new Seen();
    since.known = known && before.known;
    since.events = events - before.events;
    since.violations = violations - before.violations;
    since.watches = watches;
    return since;
  }

  boolean isKnown() {
    return known;
  }

  /** Handshakes and requests to AWS. */
  long events() {
    return events;
  }

  long violations() {
    return violations;
  }

  /** A sentence for people; null when something was seen, or that is unknown. */
  String nothing(int seconds) {
    if (!known || events > 0) {
      return null;
    }
    String nothing = "nothing was seen in " + seconds + " s: no handshake, no request to AWS. ";
    return watches
        ? nothing
            + "Either no connection was made in that time, or open ones from before were used"
            + " again, whose handshakes are over: watch longer, or when the program connects anew"
        : nothing
            + "No TLS engine or HTTP client that Stockade knows is loaded in this JVM yet: it made"
            + " no TLS, or makes it by native code";
  }

  private static Map<?, ?> object(Object value) {
    return value instanceof Map ? (Map<?, ?>) value : Collections.emptyMap();
  }

  private static long number(Object value) {
    return value instanceof Number ? ((Number) value).longValue() : 0;
  }
}
