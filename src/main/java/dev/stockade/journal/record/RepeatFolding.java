package dev.stockade.journal.record;

import dev.stockade.base.Clock;
import dev.stockade.journal.Event;
import dev.stockade.journal.EventKind;
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
final class RepeatFolding {
  static final int LIMIT = 4096;
  static final long MINUTE = 60_000_000_000L;

  /** Of all open facts; a few MB of heap whatever peers call themselves. */
  static final int MAX_CHARACTERS = 1 << 21;

  private final RecordWriter records;
  private final PeerShares shares;
  private final Clock clock;

  /** In the order in which the minutes end. */
  private final Map<EventIdentity, Fold> open = new LinkedHashMap<EventIdentity, Fold>();

  private int characters;

  RepeatFolding(RecordWriter records, PeerShares shares, Clock clock) {
    this.records = records;
    this.shares = shares;
    this.clock = clock;
  }

  /**
   * Takes an event that was seen so many times.
   *
   * @param count 1 where it is not foldable
   * @param first when it was seen first, and when last
   */
  void see(Event event, long count, long first, long last) {
    String peer = PeerShares.peerOf(event);
    if (!isFoldable(event)) {
      write(JournalRecord.of(event), peer, 1, 1);
      return;
    }
    EventIdentity identity = EventIdentity.of(event);
    Fold known = open.get(identity);
    if (known != null) {
      known.again(count, first, last);
      return;
    }
    if (open.size() >= LIMIT || characters + identity.characters() > MAX_CHARACTERS) {
      flush();
    }
    if (write(JournalRecord.of(event.at(first)), peer, 1, count)) {
      Fold fold = new Fold(event, peer, clock.nanos());
      if (count > 1) {
        fold.again(count - 1, first, last);
      }
      open(identity, fold);
    }
  }

  private void open(EventIdentity identity, Fold fold) {
    open.put(identity, fold);
    characters += identity.characters();
  }

  /** Ends the minutes that are over. */
  void tick() {
    long now = clock.nanos();
    while (!open.isEmpty()) {
      Iterator<Map.Entry<EventIdentity, Fold>> folds = open.entrySet().iterator();
      Map.Entry<EventIdentity, Fold> oldest = folds.next();
      Fold fold = oldest.getValue();
      if (now - fold.since < MINUTE) {
        return;
      }
      EventIdentity identity = oldest.getKey();
      folds.remove();
      characters -= identity.characters();
      if (fold.count > 0 && write(fold)) {
        open(identity, new Fold(fold.event, fold.peer, now));
      }
    }
  }

  /** Ends all minutes and forgets everything. */
  void flush() {
    characters = 0;
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

  private boolean write(Fold fold) {
    long now = clock.millis();
    return write(
        JournalRecord.ofRepeats(fold.event, now, fold.count, fold.first, fold.last),
        fold.peer,
        fold.count,
        fold.count);
  }

  /**
   * False when the peer's share is used up. A journal that fails is another matter.
   *
   * @param events how many the record stands for
   * @param all with those that are folded only if it is written
   */
  private boolean write(JournalRecord record, String peer, long events, long all) {
    return records.write(record, shares, peer, events, all);
  }

  private static boolean isFoldable(Event event) {
    // A violation has a record each time; AWS's answer to it is not a second one.
    return (event.verdict() != Verdict.VIOLATION || event.kind() == EventKind.AWS_ANSWER)
        && (event.kind() == EventKind.TLS_HANDSHAKE
            || event.kind() == EventKind.TLS_FAILED
            || event.kind() == EventKind.AWS_REQUEST
            || (event.kind() == EventKind.AWS_ANSWER && !event.aws().answer().isSingle())
            || event.kind() == EventKind.TAMPER);
  }

  /** One fact and how often it was seen again in its minute. */
  private static final class Fold {
    /** The first sight. */
    final Event event;

    final String peer;
    final long since;
    long count;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;

    Fold(Event event, String peer, long since) {
      this.event = event;
      this.peer = peer;
      this.since = since;
    }

    void again(long times, long from, long to) {
      count += times;
      first = Math.min(first, from);
      last = Math.max(last, to);
    }
  }
}
