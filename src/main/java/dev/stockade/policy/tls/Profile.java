package dev.stockade.policy.tls;

import dev.stockade.base.Digest;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * A named and dated list of what TLS may be. A profile never changes: a new edition gets a new id.
 *
 * <p>The digest is computed when first asked for, because a message digest wakes up the security
 * providers of the host, and a host that opens no TLS connection should not pay for that.
 */
public final class Profile {
  private final ProfileBuilder values;
  private final List<String> sources;
  private final Set<String> suites;
  private final Set<String> groups;
  private final Set<String> schemes;
  private volatile String digest;

  Profile(ProfileBuilder values) {
    this.values = values;
    this.sources = Collections.unmodifiableList(values.sources);
    this.suites = Collections.unmodifiableSet(values.suites);
    this.groups = Collections.unmodifiableSet(values.groups);
    this.schemes = Collections.unmodifiableSet(values.schemes);
  }

  public String id() {
    return values.id;
  }

  public String title() {
    return values.title;
  }

  /** Where the facts come from, one at least. */
  public List<String> sources() {
    return sources;
  }

  /** Whom a source asks to be named; null where none does. */
  public String attribution() {
    return values.attribution;
  }

  /** What the lists rest on; null where the file does not say, as those of before it could. */
  public Confidence confidence() {
    return values.confidence;
  }

  /** The source's edition, or when it was read: {@code 2026-04-06} or {@code 2026-04}. */
  public String date() {
    return values.date;
  }

  /** The oldest allowed version by its JSSE name; DTLS is measured by the TLS it is built on. */
  public String minimum() {
    return values.minimum;
  }

  /** The version that should be used, which is counted and no finding; null for none. */
  public String recommended() {
    return values.recommended;
  }

  /** The allowed cipher suites by their IANA names. */
  public Set<String> suites() {
    return suites;
  }

  /**
   * The allowed groups for key exchange by their IANA names; the set ignores the case of letters.
   * Where it is empty groups are not checked.
   */
  public Set<String> groups() {
    return groups;
  }

  /**
   * What the handshake may be signed with, by IANA names; where it is empty that is not checked. It
   * says nothing of the signatures in certificates.
   */
  public Set<String> schemes() {
    return schemes;
  }

  /** How long some of what is listed may be used. */
  public UseUntil until() {
    return values.until;
  }

  /** The smallest prime for ephemeral finite-field Diffie-Hellman. */
  public int minDhBits() {
    return values.minDhBits;
  }

  /** The smallest RSA, DSA or DH key of a certificate; 2048 where the profile says nothing. */
  public int minKeyBits() {
    return values.minKeyBits;
  }

  /** The smallest elliptic curve of a certificate's key; 224 where the profile says nothing. */
  public int minEcBits() {
    return values.minEcBits;
  }

  /** Whether TLS 1.2 and older must use the extended master secret (RFC 7627). */
  public boolean requiresExtendedMasterSecret() {
    return values.requiresExtendedMasterSecret;
  }

  /** Whether a suite in CBC mode may only be used with encrypt-then-MAC (RFC 7366). */
  public boolean cbcNeedsEncryptThenMac() {
    return values.cbcNeedsEncryptThenMac;
  }

  /** Whether a connection may not be negotiated anew, as TLS 1.2 and older can be. */
  public boolean forbidsRenegotiation() {
    return values.forbidsRenegotiation;
  }

  /** Whether it is there to measure with: what it says of TLS is reported and never enforced. */
  public boolean isReportOnly() {
    return values.reportOnly;
  }

  /** {@code sha256:} and the hash of the profile's file in hexadecimal. */
  public String digest() {
    String known = digest;
    if (known == null) {
      known = Digest.of(values.file);
      digest = known;
    }
    return known;
  }
}
