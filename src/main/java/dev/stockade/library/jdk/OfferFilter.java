package dev.stockade.library.jdk;

import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.TlsPolicy;
import dev.stockade.weave.reflect.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes what the policy does not allow out of JSSE's lists of enum constants.
 *
 * <p>A process offers the same few lists again and again, so answers are kept: a second handshake
 * with the same offer costs a look-up. The keys are JSSE's own unmodifiable lists. Bounded, because
 * an application may make up lists without end.
 */
final class OfferFilter {
  private static final int MOST_KEPT = 256;
  private static final String SSL2_HELLO = "SSLv2Hello";

  private final TlsPolicy policy;
  private final Member name = new Member("name");
  private final ConcurrentHashMap<List<?>, List<?>> allowedProtocols =
      new ConcurrentHashMap<List<?>, List<?>>();
  private final ConcurrentHashMap<List<?>, List<?>> acceptedProtocols =
      new ConcurrentHashMap<List<?>, List<?>>();
  private final ConcurrentHashMap<List<?>, List<?>> allowedSuites =
      new ConcurrentHashMap<List<?>, List<?>>();
  private final ConcurrentHashMap<Offer, Narrowing> narrowings =
      new ConcurrentHashMap<Offer, Narrowing>();

  OfferFilter(TlsPolicy policy) {
    this.policy = policy;
  }

  /**
   * The allowed part of a list of ProtocolVersion, in the same order; the list itself if all.
   *
   * @param server leaves the SSLv2 form of a hello acceptable: it may ask for TLS 1.2, and refusing
   *     it would refuse a good connection (RFC 6176 section 3 forbids it to clients only)
   */
  List<?> protocols(List<?> offered, boolean server) throws ReflectiveOperationException {
    ConcurrentHashMap<List<?>, List<?>> allowed = server ? acceptedProtocols : allowedProtocols;
    List<?> known = allowed.get(offered);
    if (known == null) {
      List<Object> kept = new ArrayList<Object>();
      boolean anyVersion = false;
      for (Object protocol : offered) {
        boolean isVersion = policy.allowsProtocol(nameOf(protocol));
        anyVersion |= isVersion;
        if (isVersion || (server && nameOf(protocol).equals(SSL2_HELLO))) {
          kept.add(protocol);
        }
      }
      if (!anyVersion) {
        kept.clear();
      }
      known = keep(allowed, offered, kept.size() == offered.size() ? offered : kept);
    }
    return known;
  }

  /**
   * The allowed part of a list of CipherSuite, in the same order; the list itself if all. Empty
   * when only signalling values would be left.
   */
  List<?> suites(List<?> offered) throws ReflectiveOperationException {
    List<?> known = allowedSuites.get(offered);
    if (known == null) {
      List<Object> kept = new ArrayList<Object>();
      for (Object suite : offered) {
        if (policy.allowsSuite(nameOf(suite))) {
          kept.add(suite);
        }
      }
      if (kept.size() == offered.size()) {
        known = offered;
      } else {
        known =
            policy.narrow(new ArrayList<String>(), names(offered)).leavesNothing()
                ? new ArrayList<Object>()
                : kept;
      }
      keep(allowedSuites, offered, known);
    }
    return known;
  }

  /** What the policy takes out of an offer. Either list may be null. */
  Narrowing narrowing(List<?> protocols, List<?> suites) throws ReflectiveOperationException {
    Offer offer = new Offer(protocols, suites);
    Narrowing known = narrowings.get(offer);
    if (known == null) {
      known = keep(narrowings, offer, policy.narrow(names(protocols), names(suites)));
    }
    return known;
  }

  private List<String> names(List<?> constants) throws ReflectiveOperationException {
    List<String> names = new ArrayList<String>();
    if (constants != null) {
      for (Object constant : constants) {
        names.add(nameOf(constant));
      }
    }
    return names;
  }

  private String nameOf(Object constant) throws ReflectiveOperationException {
    return (String) name.of(constant);
  }

  private static <K, V> V keep(ConcurrentHashMap<K, V> map, K key, V value) {
    if (map.size() < MOST_KEPT) {
      map.put(key, value);
    }
    return value;
  }

  /** Key of the two lists of one offer. */
  private static final class Offer {
    private final List<?> protocols;
    private final List<?> suites;

    Offer(List<?> protocols, List<?> suites) {
      this.protocols = protocols;
      this.suites = suites;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Offer
          && equal(protocols, ((Offer) other).protocols)
          && equal(suites, ((Offer) other).suites);
    }

    private static boolean equal(Object a, Object b) {
      return a == null ? b == null : a.equals(b);
    }

    @Override
    public int hashCode() {
      return (protocols == null ? 0 : 31 * protocols.hashCode())
          + (suites == null ? 0 : suites.hashCode());
    }
  }
}
