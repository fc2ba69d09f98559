package dev.stockade.enforce;

import java.lang.ref.WeakReference;
import java.security.cert.X509Certificate;

/** An object of the host that is a certificate which was read. Does not keep it alive. */
final class CertificateSight extends WeakReference<X509Certificate> {
  final KnownCertificate known;

  CertificateSight(X509Certificate certificate, KnownCertificate known) {
    super(certificate);
    this.known = known;
  }

  @SuppressWarnings("ReferenceEquality") // the object is meant
  boolean isOf(X509Certificate certificate) {
    return get() == certificate;
  }
}
