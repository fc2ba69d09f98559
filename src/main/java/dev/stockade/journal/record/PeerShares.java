package dev.stockade.journal.record;

import dev.stockade.base.Clock;
import dev.stockade.journal.Event;
import dev.stockade.journal.JournalCounters;
import dev.stockade.journal.SinkContext;
import dev.stockade.policy.Peer;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.tls.TlsFacts;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Limits how much of the journal each peer may fill: what rotates away is everybody's evidence, and
 * a client that names itself anew at each connection would push it out within minutes. Each has an
 * eighth of a file at once, and as much again for each day; beyond that its records are counted,
 * and one record a minute says how many.
 */
final class PeerShares {
  static final int MAX_PEERS = 1024;

  /** Bytes; smaller files would leave too little to be of use. */
  static final long MIN = 512 * 1024;

  private static final int PARTS = 8;
  private static final double DAY = 24 * 60.0 * RepeatFolding.MINUTE;

  /** Stands for all that there was no room for. */
  private static final String OTHERS = "other peers";

  private final Clock clock;
  private final JournalCounters counters;

  /** In bytes; 0 where nothing is rotated, so that nothing can be pushed out. */
  private final long share;

  private final Map<String, PeerShare> peers = new LinkedHashMap<String, PeerShare>();
  private long told;
  private long counting;

  PeerShares(SinkContext context) {
    this.clock = context.clock();
    this.counters = context.counters();
    long maxSize = context.settings().maxSize();
    share = maxSize <= 0 ? 0 : Math.max(MIN, maxSize / PARTS);
    told = clock.nanos();
  }

  /** Whose share an event is written from; null where it is nobody's. */
  static String peerOf(Event event) {
    TlsFacts tls = event.tls();
    if (tls == null) {
      return event.aws() == null ? null : Peer.of(event.aws()).destination();
    }
    boolean isClient = tls.direction() == Direction.IN && tls.ip() != null;
    return isClient ? network(tls.ip()) : Peer.of(tls).destination();
  }

  /** A client has a whole /64 of IPv6 addresses to choose from; Java writes them in full. */
  private static String network(String ip) {
    int end = -1;
    for (int groups = 0; groups < 4; groups++) {
      end = ip.indexOf(':', end + 1);
      if (end < 0) {
        return ip;
      }
    }
    return ip.substring(0, end) + "::/64";
  }

  /**
   * Takes a record's bytes from a peer's share.
   *
   * @param events how many the record reports
   * @return false when the share is used up: then they are counted here
   */
  boolean take(String peer, int bytes, long events) {
    if (share == 0 || peer == null) {
      return true;
    }
    PeerShare own = of(peer);
    if (own.take(bytes, clock.nanos())) {
      return true;
    }
    own.counted += events;
    counting += events;
    counters.overShare().addAndGet(events);
    return false;
  }

  private PeerShare of(String peer) {
    PeerShare known = peers.get(peer);
    if (known == null) {
      String name = peers.size() < MAX_PEERS || forgetOne() ? peer : OTHERS;
      known = peers.get(name);
      if (known == null) {
        known = new PeerShare(share, share / DAY, clock.nanos());
        peers.put(name, known);
      }
    }
    return known;
  }

  /** Lets go of one that has its whole share again. */
  private boolean forgetOne() {
    long now = clock.nanos();
    for (Iterator<PeerShare> all = peers.values().iterator(); all.hasNext(); ) {
      if (all.next().isWhole(now)) {
        all.remove();
        return true;
      }
    }
    return false;
  }

  boolean isSettled() {
    return counting == 0;
  }

  /** Once a minute, and at the end, a record for each peer whose events were only counted. */
  void tell(RecordWriter records, boolean atOnce) {
    long now = clock.nanos();
    if (counting == 0 || (!atOnce && now - told < RepeatFolding.MINUTE)) {
      return;
    }
    told = now;
    for (Map.Entry<String, PeerShare> peer : peers.entrySet()) {
      PeerShare own = peer.getValue();
      if (own.counted > 0 && write(records, peer.getKey(), own.counted)) {
        counting -= own.counted;
        own.counted = 0;
      }
    }
  }

  private boolean write(RecordWriter records, String peer, long count) {
    String reason =
        peer
            + " has used its share of the journal ("
            + share / 1024
            + " kB and as much again a day): its records are only counted";
    return records.write(JournalRecord.ofDropped(clock.millis(), reason, count));
  }
}
