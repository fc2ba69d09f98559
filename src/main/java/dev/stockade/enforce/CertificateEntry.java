package dev.stockade.enforce;

import dev.stockade.policy.tls.CertificateFacts;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What has been recorded of a certificate: for each of the four ways in which it can be shown two
 * bits, how far it was on its way to expiry then.
 */
final class CertificateEntry {
  private static final int VALID = 1;
  private static final int EXPIRES_SOON = 2;
  private static final int EXPIRED = 3;

  private final String sha256;
  private final long notAfter;
  private final AtomicInteger recorded = new AtomicInteger();

  CertificateEntry(CertificateFacts certificate) {
    this.sha256 = certificate.sha256();
    this.notAfter = certificate.notAfter();
  }

  boolean isOf(CertificateFacts certificate) {
    return sha256.equals(certificate.sha256());
  }

  /** Whether there is something to record. */
  boolean isNew(boolean own, boolean server, long now) {
    return ((recorded.get() >> shift(own, server)) & 3) < state(now);
  }

  /** Takes it upon the caller to record it; false where another thread has. */
  boolean tell(boolean own, boolean server, long now) {
    int shift = shift(own, server);
    while (true) {
      int before = recorded.get();
      if (((before >> shift) & 3) >= state(now)) {
        return false;
      }
      if (recorded.compareAndSet(before, (before & ~(3 << shift)) | (state(now) << shift))) {
        return true;
      }
    }
  }

  private int state(long now) {
    if (notAfter == 0) {
      return VALID;
    }
    return now > notAfter
        ? EXPIRED
        : now > notAfter - CertificateFacts.NOTICE_MILLIS ? EXPIRES_SOON : VALID;
  }

  private static int shift(boolean own, boolean server) {
    return (own ? 4 : 0) + (server ? 2 : 0);
  }
}
