package dev.stockade.tls;

import dev.stockade.policy.Narrowing;
import dev.stockade.policy.Offer;
import dev.stockade.policy.TlsPolicy;
import java.util.List;

/** An offer as JSSE's lists of enum constants; either may be null where it was not seen. */
final class JsseOffer implements Offer {
  private final OfferFilters filters;
  private final List<?> protocols;
  private final List<?> suites;

  JsseOffer(OfferFilters filters, List<?> protocols, List<?> suites) {
    this.filters = filters;
    this.protocols = protocols;
    this.suites = suites;
  }

  @Override
  public Narrowing narrowedBy(TlsPolicy policy) {
    try {
      return filters.of(policy).narrowing(protocols, suites);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
