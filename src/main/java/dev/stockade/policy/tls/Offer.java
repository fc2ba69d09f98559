package dev.stockade.policy.tls;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The protocols, cipher suites and groups that one side offers or accepts, before any are taken
 * out, by the names that policies know. Immutable. Hashed when it is made, because a process makes
 * few offers and looks them up at each handshake.
 */
public final class Offer {
  private static final List<String> NONE = Collections.emptyList();

  /** An offer that is not known, as in records: nothing can be said of it. */
  public static final Offer UNKNOWN = new Offer(NONE, NONE, NONE);

  private final List<String> protocols;
  private final List<String> suites;
  private final List<String> groups;
  private final int protocolsHash;
  private final int suitesHash;
  private final int groupsHash;

  private Offer(List<String> protocols, List<String> suites, List<String> groups) {
    this.protocols = protocols;
    this.suites = suites;
    this.groups = groups;
    this.protocolsHash = protocols.hashCode();
    this.suitesHash = suites.hashCode();
    this.groupsHash = groups.hashCode();
  }

  /** Of each the part that is named so. */
  private Offer(Offer protocols, Offer suites, Offer groups) {
    this.protocols = protocols.protocols;
    this.suites = suites.suites;
    this.groups = groups.groups;
    this.protocolsHash = protocols.protocolsHash;
    this.suitesHash = suites.suitesHash;
    this.groupsHash = groups.groupsHash;
  }

  /** Keeps the lists, which must not be changed afterwards. */
  public static Offer of(List<String> protocols, List<String> suites) {
    return new Offer(protocols, suites, NONE);
  }

  /** Of which only the protocols are known; keeps the list. */
  public static Offer ofProtocols(List<String> protocols) {
    return new Offer(protocols, NONE, NONE);
  }

  /** Of which only the cipher suites are known; keeps the list. */
  public static Offer ofSuites(List<String> suites) {
    return new Offer(NONE, suites, NONE);
  }

  /** Of which only the groups for key exchange are known; keeps the list. */
  public static Offer ofGroups(List<String> groups) {
    return new Offer(NONE, NONE, groups);
  }

  public List<String> protocols() {
    return protocols;
  }

  public List<String> suites() {
    return suites;
  }

  /** By their IANA names; empty also where they were not looked at. */
  public List<String> groups() {
    return groups;
  }

  /** Whether neither its protocols nor its cipher suites are known. */
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
    Offer third = part.groups.isEmpty() ? this : part;
    if (first.suites == second.suites && first.groups == third.groups) {
      return first;
    }
    if (second.protocols == first.protocols && second.groups == third.groups) {
      return second;
    }
    return third.protocols == first.protocols && third.suites == second.suites
        ? third
        : new Offer(first, second, third);
  }

  /** What of it a peer asks for; null leaves its versions as they are. */
  public Offer among(Collection<String> versions, Collection<String> peersSuites) {
    List<String> common = new ArrayList<>(protocols);
    if (versions != null) {
      common.retainAll(versions);
    }
    List<String> shared = new ArrayList<>(suites);
    shared.retainAll(peersSuites);
    return new Offer(common, shared, NONE);
  }

  /** The same with other groups; keeps the list. */
  public Offer withGroups(List<String> others) {
    return new Offer(this, this, ofGroups(others));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Offer
        && hashCode() == other.hashCode()
        && equal(protocols, ((Offer) other).protocols)
        && equal(suites, ((Offer) other).suites)
        && equal(groups, ((Offer) other).groups);
  }

  /** Mostly they are the same lists, which are long. */
  private static boolean equal(List<String> one, List<String> other) {
    return one == other || one.equals(other);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * protocolsHash + suitesHash) + groupsHash;
  }
}
