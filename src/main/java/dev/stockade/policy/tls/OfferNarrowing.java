package dev.stockade.policy.tls;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one policy takes out of offers. Those few that a process makes again and again are kept:
 * bounded, because a program may make up offers without end.
 */
final class OfferNarrowing {
  static final int MAX_KEPT = 256;

  private final TlsPolicy policy;
  private final String minimum;
  private final HandshakeConditions conditions;
  private final ConcurrentHashMap<Offer, Narrowing> known = new ConcurrentHashMap<>();

  /**
   * @param minimum the oldest version that is allowed
   */
  OfferNarrowing(TlsPolicy policy, String minimum, HandshakeConditions conditions) {
    this.policy = policy;
    this.minimum = minimum;
    this.conditions = conditions;
  }

  Narrowing of(Offer offer) {
    Narrowing narrowing = known.get(offer);
    if (narrowing == null) {
      narrowing = once(offer);
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

  /** The same for what is seen once. */
  Narrowing once(Offer offer) {
    List<String> removedProtocols = new ArrayList<>(0);
    List<String> keptProtocols = new ArrayList<>();
    for (String protocol : offer.protocols()) {
      if (!protocol.equals(Protocols.SSL2_HELLO)) {
        (policy.allowsProtocol(protocol) ? keptProtocols : removedProtocols).add(protocol);
      }
    }
    List<String> removedSuites = new ArrayList<>(0);
    int realSuites = 0;
    for (String suite : offer.suites()) {
      if (!CipherSuites.isSignalling(suite)) {
        realSuites++;
        if (!policy.allowsSuite(suite)) {
          removedSuites.add(suite);
        }
      }
    }
    List<String> removedGroups = removedGroups(offer.groups());
    if (removedProtocols.isEmpty() && removedSuites.isEmpty() && removedGroups.isEmpty()) {
      return Narrowing.NONE;
    }
    boolean leavesNothing =
        (keptProtocols.isEmpty() && !removedProtocols.isEmpty())
            || (realSuites > 0 && realSuites == removedSuites.size());
    return new Narrowing(
        minimum, keptProtocols, removedProtocols, removedSuites, removedGroups, leavesNothing);
  }

  /**
   * Of groups nothing is taken where nothing would be left: not every handshake needs one, and the
   * end of those that do is judged.
   */
  private List<String> removedGroups(List<String> groups) {
    List<String> removed = new ArrayList<>(0);
    if (conditions.narrowsGroups()) {
      for (String group : groups) {
        if (!conditions.allowsGroup(group)) {
          removed.add(group);
        }
      }
    }
    return removed.size() == groups.size() ? Collections.<String>emptyList() : removed;
  }
}
