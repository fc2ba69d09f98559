package dev.stockade.library.jdk;

import dev.stockade.enforce.ClientHello;
import dev.stockade.enforce.NamedOffer;
import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.Offer;
import dev.stockade.policy.tls.TlsPolicy;
import dev.stockade.weave.reflect.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An offer as JSSE's lists of enum constants; either may be null where it was not seen. */
final class JsseOffer implements Offer {
  private static final Member ID = new Member("id");
  private static final Member NAME = new Member("name");

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

  /**
   * What of it a client asks for; not kept, as clients may ask for anything.
   *
   * @param chosen the version that was agreed already, or null
   */
  NamedOffer among(ClientHello hello, Object chosen) throws ReflectiveOperationException {
    List<String> versions = new ArrayList<String>();
    for (Object protocol : chosen == null ? orNone(protocols) : Collections.singletonList(chosen)) {
      if (hello.hasVersion((Integer) ID.of(protocol))) {
        versions.add((String) NAME.of(protocol));
      }
    }
    List<String> shared = new ArrayList<String>();
    for (Object suite : orNone(suites)) {
      if (hello.hasSuite((Integer) ID.of(suite))) {
        shared.add((String) NAME.of(suite));
      }
    }
    return new NamedOffer(versions.toArray(new String[0]), shared.toArray(new String[0]));
  }

  private static List<?> orNone(List<?> list) {
    return list == null ? Collections.emptyList() : list;
  }
}
