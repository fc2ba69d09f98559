package dev.stockade.policy.tls;

import java.util.concurrent.ConcurrentHashMap;

/**
 * A cache of what one policy takes out of the few offers that a process makes again and again.
 * Bounded, because a program may make up offers without end.
 */
final class KnownNarrowings {
  static final int MAX_KEPT = 256;

  private final TlsPolicy policy;
  private final ConcurrentHashMap<Offer, Narrowing> known = new ConcurrentHashMap<>();

  KnownNarrowings(TlsPolicy policy) {
    this.policy = policy;
  }

  Narrowing of(Offer offer) {
    Narrowing narrowing = known.get(offer);
    if (narrowing == null) {
      narrowing = policy.narrow(offer.protocols(), offer.suites());
      if (known.size() >= MAX_KEPT) {
        known.clear();
      }
      known.put(offer, narrowing);
    }
    return narrowing;
  }

  int size() {
    return known.size();
  }
}
