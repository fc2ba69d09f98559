package dev.stockade.journal;

import dev.stockade.policy.Verdict;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Folds the same fact seen again and again into one record a minute. The first sight is written at
 * once and opens a minute for its fact; what repeats in it is written as one count at its end,
 * which opens the next; a minute without a sight forgets the fact. Violations and everything that
 * is blocked are never folded. Minutes are measured, so a clock that is put right moves none of
 * them.
 */
final class Folds {
  static final int LIMIT = 4096;
  static final long MINUTE = 60_000_000_000L;

  private final Records records;
  private final Clock clock;

  /** In the order in which the minutes end. */
  private final Map<String, Fold> open = new LinkedHashMap<String, Fold>();

  Folds(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  void see(Event event) {
    if (!isFoldable(event)) {
      records.write(event.kind(), event.time(), Facts.of(event), "", 1);
      return;
    }
    String facts = Facts.toFold(event);
    String identity = event.kind().label() + facts;
    Fold known = open.get(identity);
    if (known != null) {
      known.again(event.time());
      return;
    }
    if (open.size() >= LIMIT) {
      flush();
    }
    open.put(identity, new Fold(event.kind(), facts, clock.nanos()));
    records.write(event.kind(), event.time(), Facts.of(event), "", 1);
  }

  /** Ends the minutes that are over. */
  void tick() {
    long now = clock.nanos();
    while (!open.isEmpty()) {
      Iterator<Map.Entry<String, Fold>> folds = open.entrySet().iterator();
      Map.Entry<String, Fold> oldest = folds.next();
      Fold fold = oldest.getValue();
      if (now - fold.since < MINUTE) {
        return;
      }
      String identity = oldest.getKey();
      folds.remove();
      if (fold.count > 0) {
        open.put(identity, new Fold(fold.kind, fold.facts, now));
        write(fold);
      }
    }
  }

  /** Ends all minutes and forgets everything. */
  void flush() {
    Iterator<Fold> folds = open.values().iterator();
    while (folds.hasNext()) {
      Fold fold = folds.next();
      folds.remove();
      if (fold.count > 0) {
        write(fold);
      }
    }
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  private void write(Fold fold) {
    Json counts = new Json().number("count", fold.count);
    counts.text("first", IsoTime.of(fold.first)).text("last", IsoTime.of(fold.last));
    records.write(fold.kind, clock.millis(), fold.facts, counts.members(), fold.count);
  }

  private static boolean isFoldable(Event event) {
    return event.verdict() != Verdict.VIOLATION
        && (event.kind() == Kind.TLS_HANDSHAKE
            || event.kind() == Kind.TLS_FAILED
            || event.kind() == Kind.AWS_REQUEST);
  }

  /** One fact and how often it was seen again in its minute. */
  private static final class Fold {
    final Kind kind;
    final String facts;
    final long since;
    long count;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;

    Fold(Kind kind, String facts, long since) {
      this.kind = kind;
      this.facts = facts;
      this.since = since;
    }

    void again(long time) {
      count++;
      first = Math.min(first, time);
      last = Math.max(last, time);
    }
  }
}
