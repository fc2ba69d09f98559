package dev.stockade.policy.tls;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The protocols and cipher suites that one side offers or accepts, before any are taken out, by the
 * names that policies know. Immutable. Hashed when it is made, because a process makes few offers
 * and looks them up at each handshake.
 */
public final class Offer {
  private static final List<String> NONE = Collections.emptyList();

  /** An offer that is not known, as in records: nothing can be said of it. */
  public static final Offer UNKNOWN = new Offer(NONE, NONE);

  private final List<String> protocols;
  private final List<String> suites;
  private final int protocolsHash;
  private final int suitesHash;

  private Offer(List<String> protocols, List<String> suites) {
    this(protocols, suites, protocols.hashCode(), suites.hashCode());
  }

  private Offer(List<String> protocols, List<String> suites, int protocolsHash, int suitesHash) {
    this.protocols = protocols;
    this.suites = suites;
    this.protocolsHash = protocolsHash;
    this.suitesHash = suitesHash;
  }

  /** Keeps the lists, which must not be changed afterwards. */
  public static Offer of(List<String> protocols, List<String> suites) {
    return new Offer(protocols, suites);
  }

  /** Of which only the protocols are known; keeps the list. */
  public static Offer ofProtocols(List<String> protocols) {
    return new Offer(protocols, NONE);
  }

  /** Of which only the cipher suites are known; keeps the list. */
  public static Offer ofSuites(List<String> suites) {
    return new Offer(NONE, suites);
  }

  public List<String> protocols() {
    return protocols;
  }

  public List<String> suites() {
    return suites;
  }

  /** Whether nothing is known of it. */
  public boolean isUnknown() {
    return protocols.isEmpty() && suites.isEmpty();
  }

  /** Whether both its protocols and its cipher suites are known. */
  public boolean isWhole() {
    return !protocols.isEmpty() && !suites.isEmpty();
  }

  /** The same, but for what another one knows. */
  public Offer with(Offer part) {
    Offer first = part.protocols.isEmpty() ? this : part;
    Offer second = part.suites.isEmpty() ? this : part;
    if (first.suites == second.suites) {
      return first;
    }
    return first.protocols == second.protocols
        ? second
        : new Offer(first.protocols, second.suites, first.protocolsHash, second.suitesHash);
  }

  /** What of it a peer asks for; null leaves its versions as they are. */
  public Offer among(Collection<String> versions, Collection<String> peersSuites) {
    List<String> common = new ArrayList<>(protocols);
    if (versions != null) {
      common.retainAll(versions);
    }
    List<String> shared = new ArrayList<>(suites);
    shared.retainAll(peersSuites);
    return new Offer(common, shared);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Offer
        && hashCode() == other.hashCode()
        && equal(protocols, ((Offer) other).protocols)
        && equal(suites, ((Offer) other).suites);
  }

  /** Mostly they are the same lists, which are long. */
  private static boolean equal(List<String> one, List<String> other) {
    return one == other || one.equals(other);
  }

  @Override
  public int hashCode() {
    return 31 * protocolsHash + suitesHash;
  }
}
