package dev.stockade.policy.tls;

import dev.stockade.base.Digest;
import java.util.Collections;
import java.util.Set;

/**
 * A named and dated list of what TLS may be. A profile never changes: a new edition gets a new id.
 *
 * <p>The digest is computed when first asked for, because a message digest wakes up the security
 * providers of the host, and a host that opens no TLS connection should not pay for that.
 */
public final class Profile {
  private final String id;
  private final String title;
  private final String source;
  private final String date;
  private final String minimum;
  private final Set<String> suites;
  private final Set<String> groups;
  private final int minDhBits;
  private final int minKeyBits;
  private final int minEcBits;
  private final byte[] file;
  private volatile String digest;

  Profile(ProfileParser parsed) {
    this.id = parsed.id;
    this.title = parsed.title;
    this.source = parsed.source;
    this.date = parsed.date;
    this.minimum = parsed.minimum;
    this.suites = Collections.unmodifiableSet(parsed.suites);
    this.groups = Collections.unmodifiableSet(parsed.groups);
    this.minDhBits = parsed.minDhBits;
    this.minKeyBits = parsed.minKeyBits;
    this.minEcBits = parsed.minEcBits;
    this.file = parsed.file;
  }

  public String id() {
    return id;
  }

  public String title() {
    return title;
  }

  /** Where the facts come from. */
  public String source() {
    return source;
  }

  /** The source's edition, or when it was read: {@code 2026-04-06} or {@code 2026-04}. */
  public String date() {
    return date;
  }

  /** The oldest allowed version by its JSSE name; DTLS is measured by the TLS it is built on. */
  public String minimum() {
    return minimum;
  }

  /** The allowed cipher suites by their IANA names. */
  public Set<String> suites() {
    return suites;
  }

  /** The allowed groups for key exchange; the set ignores the case of letters. */
  public Set<String> groups() {
    return groups;
  }

  /** The smallest prime for ephemeral finite-field Diffie-Hellman. */
  public int minDhBits() {
    return minDhBits;
  }

  /** The smallest RSA, DSA or DH key of a certificate; 2048 where the profile says nothing. */
  public int minKeyBits() {
    return minKeyBits;
  }

  /** The smallest elliptic curve of a certificate's key; 224 where the profile says nothing. */
  public int minEcBits() {
    return minEcBits;
  }

  /** {@code sha256:} and the hash of the profile's file in hexadecimal. */
  public String digest() {
    String known = digest;
    if (known == null) {
      known = Digest.of(file);
      digest = known;
    }
    return known;
  }
}
