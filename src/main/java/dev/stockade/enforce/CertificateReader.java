package dev.stockade.enforce;

import dev.stockade.base.Digest;
import dev.stockade.policy.tls.CertificateFacts;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/**
 * Reads the facts from a certificate. A peer chose every byte of it: what a part of it makes the
 * host's parser throw leaves that part unknown. No lambdas: the first in a JVM costs more than a
 * handshake.
 */
public final class CertificateReader {
  /** Kinds of alternative names (RFC 5280) that are strings. */
  private static final int MAIL = 1;

  private static final int DNS = 2;
  private static final int URI = 6;
  private static final int ADDRESS = 7;

  private static final int PARTS = 6;

  private CertificateReader() {}

  /**
   * The facts, with what could not be read left out.
   *
   * @param der its encoding
   */
  public static CertificateFacts read(X509Certificate certificate, byte[] der) {
    String sha256 = Digest.hex(Digest.sha256().digest(der));
    CertificateFacts.Builder facts = new CertificateFacts.Builder(sha256);
    for (int part = 0; part < PARTS; part++) {
      try {
        read(part, facts, certificate);
      } catch (RuntimeException e) {
        // Stays unknown.
      }
    }
    return facts.build();
  }

  private static void read(int part, CertificateFacts.Builder facts, X509Certificate certificate) {
    switch (part) {
      case 0:
        issued(facts, certificate);
        break;
      case 1:
        key(facts, certificate.getPublicKey());
        break;
      case 2:
        facts.signatureAlgorithm(certificate.getSigAlgName());
        break;
      case 3:
        valid(facts, certificate);
        break;
      case 4:
        facts.names(names(certificate));
        break;
      default:
        facts.authority(certificate.getBasicConstraints() >= 0);
    }
  }

  private static void issued(CertificateFacts.Builder facts, X509Certificate certificate) {
    X500Principal subject = certificate.getSubjectX500Principal();
    X500Principal issuer = certificate.getIssuerX500Principal();
    String serial = certificate.getSerialNumber().toString(16);
    facts.issued(subject.getName(), issuer.getName(), serial);
    facts.selfSigned(subject.equals(issuer));
  }

  @SuppressWarnings("JavaUtilDate") // it is what X509Certificate has
  private static void valid(CertificateFacts.Builder facts, X509Certificate certificate) {
    facts.valid(certificate.getNotBefore().getTime(), certificate.getNotAfter().getTime());
  }

  private static void key(CertificateFacts.Builder facts, PublicKey key) {
    KeyFacts its = new KeyFacts(key);
    facts.key(its.type, its.bits, its.curve);
  }

  private static List<String> names(X509Certificate certificate) {
    Collection<List<?>> all;
    try {
      all = certificate.getSubjectAlternativeNames();
    } catch (CertificateParsingException e) {
      return new ArrayList<>();
    }
    List<String> names = new ArrayList<>();
    for (List<?> name : all == null ? Collections.<List<?>>emptyList() : all) {
      int kind = (Integer) name.get(0);
      if (kind == DNS || kind == ADDRESS || kind == URI || kind == MAIL) {
        names.add((String) name.get(1));
      }
    }
    return names;
  }
}
