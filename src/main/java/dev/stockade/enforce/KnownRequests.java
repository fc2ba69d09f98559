package dev.stockade.enforce;

import dev.stockade.policy.aws.AwsFacts;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The requests that were seen lately, found by their facts without a lock and without garbage.
 * There are a few places for each hash, so a program with hosts without end makes it forget, not
 * grow; what is forgotten is an event again.
 */
final class KnownRequests {
  static final int PLACES = 256;
  private static final int EACH = 4;
  private static final int SETS = PLACES / EACH;
  private static final int GOLDEN = 0x9E3779B9;

  private final AtomicReferenceArray<KnownRequest> places = new AtomicReferenceArray<>(PLACES);

  /** Null where it is not known. */
  KnownRequest find(AwsFacts facts) {
    int hash = facts.hashCode();
    int start = start(hash);
    for (int i = start; i < start + EACH; i++) {
      KnownRequest known = places.get(i);
      if (known != null && known.hash == hash && known.facts.equals(facts)) {
        return known;
      }
    }
    return null;
  }

  /** In the place of that which was not seen for the longest. */
  KnownRequest add(AwsFacts facts) {
    KnownRequest added = new KnownRequest(facts, facts.hashCode());
    int start = start(added.hash);
    int oldest = start;
    long since = Long.MAX_VALUE;
    for (int i = start; i < start + EACH; i++) {
      KnownRequest known = places.get(i);
      long seen = known == null ? Long.MIN_VALUE : known.seen();
      if (seen < since) {
        oldest = i;
        since = seen;
      }
    }
    places.set(oldest, added);
    return added;
  }

  private static int start(int hash) {
    return ((hash * GOLDEN) >>> 16) % SETS * EACH;
  }
}
