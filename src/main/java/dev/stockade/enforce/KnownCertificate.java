package dev.stockade.enforce;

import dev.stockade.policy.tls.CertificateChain;
import dev.stockade.policy.tls.CertificateFacts;

/** A certificate that was read, with the chain that it was the leaf of last. */
final class KnownCertificate {
  final CertificateFacts facts;

  /** {@code Arrays.hashCode} of the encoding. */
  final int hash;

  /** Null for one that is too long to be kept. */
  final byte[] der;

  /** Null before it was a leaf. */
  volatile CertificateChain chain;

  KnownCertificate(CertificateFacts facts, int hash, byte[] der) {
    this.facts = facts;
    this.hash = hash;
    this.der = der;
  }
}
