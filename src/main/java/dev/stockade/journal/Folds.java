package dev.stockade.journal;

import dev.stockade.base.Clock;
import dev.stockade.base.IsoTime;
import dev.stockade.base.Json;
import dev.stockade.policy.rule.Verdict;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Folds the same fact seen again and again into one record a minute. The first sight is written at
 * once and opens a minute for its fact; what repeats in it is written as one count at its end,
 * which opens the next; a minute without a sight forgets the fact. Violations and everything that
 * is blocked are never folded. Minutes are measured, so a clock that is put right moves none of
 * them. What is open is bounded in number and in characters, and what a peer may have written by
 * its share.
 */
final class Folds {
  static final int LIMIT = 4096;
  static final long MINUTE = 60_000_000_000L;

  /** Of all open facts; a few MB of heap whatever peers call themselves. */
  static final int MOST_CHARACTERS = 1 << 21;

  /** About what a record has besides its facts. */
  private static final int FRAME_BYTES = 400;

  private final Records records;
  private final PeerShares shares;
  private final Clock clock;

  /** In the order in which the minutes end. */
  private final Map<String, Fold> open = new LinkedHashMap<String, Fold>();

  private int characters;

  Folds(Records records, PeerShares shares, Clock clock) {
    this.records = records;
    this.shares = shares;
    this.clock = clock;
  }

  void see(Event event) {
    String peer = PeerShares.peerOf(event);
    if (!isFoldable(event)) {
      write(event.kind(), event.time(), peer, Facts.of(event), "", 1);
      return;
    }
    String facts = Facts.toFold(event);
    String identity = event.kind().label() + facts;
    Fold known = open.get(identity);
    if (known != null) {
      known.again(event.time());
      return;
    }
    if (open.size() >= LIMIT || characters + identity.length() > MOST_CHARACTERS) {
      flush();
    }
    if (write(event.kind(), event.time(), peer, Facts.of(event), "", 1)) {
      open(identity, new Fold(event.kind(), peer, clock.nanos()));
    }
  }

  private void open(String identity, Fold fold) {
    open.put(identity, fold);
    characters += identity.length();
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
      characters -= identity.length();
      if (fold.count > 0 && write(identity, fold)) {
        open(identity, new Fold(fold.kind, fold.peer, now));
      }
    }
  }

  /** Ends all minutes and forgets everything. */
  void flush() {
    characters = 0;
    Iterator<Map.Entry<String, Fold>> folds = open.entrySet().iterator();
    while (folds.hasNext()) {
      Map.Entry<String, Fold> next = folds.next();
      String identity = next.getKey();
      Fold fold = next.getValue();
      folds.remove();
      if (fold.count > 0) {
        write(identity, fold);
      }
    }
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  private boolean write(String identity, Fold fold) {
    Json counts = new Json().number("count", fold.count);
    counts.text("first", IsoTime.of(fold.first)).text("last", IsoTime.of(fold.last));
    String facts = identity.substring(fold.kind.label().length());
    return write(fold.kind, clock.millis(), fold.peer, facts, counts.members(), fold.count);
  }

  /** False when the peer's share is used up. A journal that fails is another matter. */
  private boolean write(
      Kind kind, long time, String peer, String facts, String extra, long events) {
    if (!shares.take(peer, facts.length() + FRAME_BYTES, events)) {
      return false;
    }
    records.write(kind, time, facts, extra, events);
    return true;
  }

  private static boolean isFoldable(Event event) {
    return event.verdict() != Verdict.VIOLATION
        && (event.kind() == Kind.TLS_HANDSHAKE
            || event.kind() == Kind.TLS_FAILED
            || event.kind() == Kind.AWS_REQUEST
            || event.kind() == Kind.TAMPER);
  }

  /** One fact and how often it was seen again in its minute. */
  private static final class Fold {
    final Kind kind;
    final String peer;
    final long since;
    long count;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;

    Fold(Kind kind, String peer, long since) {
      this.kind = kind;
      this.peer = peer;
      this.since = since;
    }

    void again(long time) {
      count++;
      first = Math.min(first, time);
      last = Math.max(last, time);
    }
  }
}
