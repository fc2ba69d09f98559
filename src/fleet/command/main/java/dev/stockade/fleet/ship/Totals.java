package dev.stockade.fleet.ship;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What became of lines, since the process began. */
final class Totals {
  final AtomicLong read = new AtomicLong();
  final AtomicLong shipped = new AtomicLong();

  /** Objects or calls. */
  final AtomicLong sent = new AtomicLong();

  /** By the destination, for good. */
  final AtomicLong refused = new AtomicLong();

  /** Lines, for want of room. */
  final AtomicLong foldedGivenUp = new AtomicLong();

  final AtomicLong othersGivenUp = new AtomicLong();

  /** Lines that are too long to be held. */
  final AtomicLong skipped = new AtomicLong();

  /** Of journals that were removed before they were read. */
  final AtomicLong lostBytes = new AtomicLong();

  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("read", read.get());
    members.put("shipped", shipped.get());
    members.put("sent", sent.get());
    members.put("refused", refused.get());
    members.put("foldedGivenUp", foldedGivenUp.get());
    members.put("othersGivenUp", othersGivenUp.get());
    members.put("skippedLines", skipped.get());
    members.put("lostBytes", lostBytes.get());
    return members;
  }
}
