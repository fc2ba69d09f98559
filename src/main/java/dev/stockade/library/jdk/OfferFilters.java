package dev.stockade.library.jdk;

import dev.stockade.policy.tls.TlsPolicy;
import java.util.concurrent.ConcurrentHashMap;

/** One filter for each policy in use: few, as destinations with the same terms share theirs. */
final class OfferFilters {
  private static final int MOST_KEPT = 64;

  private final ConcurrentHashMap<TlsPolicy, OfferFilter> filters =
      new ConcurrentHashMap<TlsPolicy, OfferFilter>();

  OfferFilter of(TlsPolicy policy) {
    OfferFilter known = filters.get(policy);
    if (known == null) {
      if (filters.size() >= MOST_KEPT) {
        // A policy that was replaced is never asked for again.
        filters.clear();
      }
      known = new OfferFilter(policy);
      filters.put(policy, known);
    }
    return known;
  }
}
