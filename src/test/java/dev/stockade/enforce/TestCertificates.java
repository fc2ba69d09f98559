package dev.stockade.enforce;

import java.io.InputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** Three certificates that openssl made: of an RSA key, of the EC key of its issuer, of Ed25519. */
public final class TestCertificates {
  /** As openssl prints it. */
  public static final String LEAF_SHA256 =
      "9416b66faa5e866c5f3edbcde3d087e03defc4eaeee26bc9ed0d192ec82fc8ba";

  private TestCertificates() {}

  /** Leaf, its root, and one that has nothing to do with them. */
  public static X509Certificate[] all() throws Exception {
    try (InputStream in = TestCertificates.class.getResourceAsStream("certificates.pem")) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
          .map(X509Certificate.class::cast)
          .toArray(X509Certificate[]::new);
    }
  }

  public static X509Certificate[] chain() throws Exception {
    X509Certificate[] all = all();
    return new X509Certificate[] {all[0], all[1]};
  }

  /** As an engine makes it that keeps only the encoding; asked for it, nothing else works. */
  static X509Certificate another(X509Certificate certificate) throws Exception {
    return new EncodedCertificate(certificate.getEncoded());
  }

  static Certificate[] others(X509Certificate[] certificates) throws Exception {
    Certificate[] others = new Certificate[certificates.length];
    for (int i = 0; i < others.length; i++) {
      others[i] = another(certificates[i]);
    }
    return others;
  }
}
