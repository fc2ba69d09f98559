package dev.stockade.library.jdk;

import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.Offer;
import dev.stockade.policy.tls.TlsPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A list of JSSE's enum constants that was seen before: its names, and what a policy leaves of it.
 */
final class JsseList {
  private static final String SSL2_HELLO = "SSLv2Hello";
  private static final int MAX_POLICIES = 16;

  /** By name. */
  final Offer offer;

  /** The next one in the same bucket, or null. */
  final JsseList next;

  /** How many there are with it in its bucket. */
  final int depth;

  private final Object[] constants;
  private final List<String> names;
  private final ConcurrentHashMap<TlsPolicy, List<?>> left = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<TlsPolicy, List<?>> leftToServers = new ConcurrentHashMap<>();

  /** With the protocols that it was seen with last. */
  private volatile Offer whole;

  JsseList(Object[] constants, List<String> names, Offer offer, JsseList next) {
    this.constants = constants;
    this.names = names;
    this.offer = offer;
    this.next = next;
    this.depth = next == null ? 1 : next.depth + 1;
    this.whole = offer;
  }

  boolean isOf(List<?> other) {
    int size = constants.length;
    if (other.size() != size) {
      return false;
    }
    if (other instanceof RandomAccess) {
      for (int i = 0; i < size; i++) {
        if (other.get(i) != constants[i]) {
          return false;
        }
      }
      return true;
    }
    int i = 0;
    for (Object constant : other) {
      if (i == size || constant != constants[i++]) {
        return false;
      }
    }
    return true;
  }

  /** The whole offer, of which this is the cipher suites. */
  Offer with(JsseList protocols) {
    Offer known = whole;
    if (known.protocols() != protocols.names) {
      known = protocols.offer.with(offer);
      whole = known;
    }
    return known;
  }

  /**
   * What a policy leaves of it, in the same order; empty where only signalling values would be.
   *
   * @param offered the list itself, which is returned where all of it is left
   * @param server leaves the SSLv2 form of a hello acceptable: it may ask for TLS 1.2, and refusing
   *     it would refuse a good connection (RFC 6176 section 3 forbids it to clients only)
   */
  List<?> leftBy(TlsPolicy policy, List<?> offered, boolean server) {
    ConcurrentHashMap<TlsPolicy, List<?>> known = server ? leftToServers : left;
    List<?> rest = known.get(policy);
    if (rest == null) {
      rest = rest(policy, server);
      if (known.size() >= MAX_POLICIES) {
        // One that was replaced is never asked for again.
        known.clear();
      }
      known.put(policy, rest);
    }
    return rest.size() == constants.length ? offered : rest;
  }

  private List<Object> rest(TlsPolicy policy, boolean server) {
    List<Object> rest = new ArrayList<Object>();
    Narrowing taken = policy.narrow(offer);
    if (taken.leavesNothing()) {
      return rest;
    }
    boolean hello = server || policy.allowsProtocol(SSL2_HELLO);
    for (int i = 0; i < constants.length; i++) {
      String name = names.get(i);
      if (!taken.removes(name) && (hello || !name.equals(SSL2_HELLO))) {
        rest.add(constants[i]);
      }
    }
    return rest;
  }
}
