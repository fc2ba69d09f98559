package dev.stockade.enforce;

import dev.stockade.policy.tls.CertificateChain;
import dev.stockade.policy.tls.CertificateFacts;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The facts about certificates, each read once. What was seen lately is found by the identity of
 * the object, without a lock and without garbage; an engine that makes a new object for each
 * handshake costs its encoding. Not by {@code equals}: that encodes, and may be anybody's code.
 * There are a few places for each hash, so a peer with certificates without end makes it forget,
 * not grow. Threads that meet may read a certificate twice.
 */
public final class Certificates {
  private static final int SETS = 128;
  private static final int EACH = 4;

  /** Bytes; a longer one is read each time that it comes as a new object. */
  private static final int MAX_KEPT = 4096;

  private static final int GOLDEN = 0x9E3779B9;

  private final AtomicReferenceArray<CertificateSight> sights =
      new AtomicReferenceArray<>(SETS * EACH);
  private final AtomicReferenceArray<KnownCertificate> known =
      new AtomicReferenceArray<>(SETS * EACH);

  /** Which place of a set gives way next; that two threads take the same one does no harm. */
  private int next;

  Certificates() {}

  /**
   * The facts about the certificates that one side sent.
   *
   * @param certificates leaf first, as an engine keeps them; others than X.509 end the chain
   * @return null without any, or where the leaf cannot be read
   */
  public CertificateChain chain(Object[] certificates) {
    KnownCertificate leaf = certificates == null ? null : known(certificates, 0);
    if (leaf == null) {
      return null;
    }
    CertificateChain last = leaf.chain;
    if (last == null || !isOf(last, certificates)) {
      last = read(certificates);
      leaf.chain = last;
    }
    return last;
  }

  /** The facts about one certificate; null for none, or where it cannot be read. */
  public CertificateFacts of(X509Certificate certificate) {
    KnownCertificate its = certificate == null ? null : known(certificate);
    return its == null ? null : its.facts;
  }

  private boolean isOf(CertificateChain chain, Object[] certificates) {
    for (int i = 0; i < chain.size(); i++) {
      KnownCertificate its = known(certificates, i);
      if (its == null || its.facts != chain.at(i)) {
        return false;
      }
    }
    return chain.size() == CertificateChain.MAX || known(certificates, chain.size()) == null;
  }

  private CertificateChain read(Object[] certificates) {
    List<CertificateFacts> all = new ArrayList<>(certificates.length);
    KnownCertificate its = known(certificates, 0);
    for (int i = 0; its != null && i < CertificateChain.MAX; i++) {
      all.add(its.facts);
      its = known(certificates, i + 1);
    }
    return new CertificateChain(all);
  }

  /** Null where there is none. */
  private KnownCertificate known(Object[] certificates, int position) {
    Object certificate = position < certificates.length ? certificates[position] : null;
    return certificate instanceof X509Certificate ? known((X509Certificate) certificate) : null;
  }

  private KnownCertificate known(X509Certificate certificate) {
    int start = start(System.identityHashCode(certificate));
    for (int i = start; i < start + EACH; i++) {
      CertificateSight sight = sights.get(i);
      if (sight != null && sight.isOf(certificate)) {
        return sight.known;
      }
    }
    KnownCertificate its = encoded(certificate);
    if (its != null) {
      sights.set(start + give(), new CertificateSight(certificate, its));
    }
    return its;
  }

  /** Found by its encoding, or read. */
  KnownCertificate encoded(X509Certificate certificate) {
    byte[] der;
    try {
      der = certificate.getEncoded();
    } catch (CertificateEncodingException | RuntimeException e) {
      // Of an application's own making, perhaps.
      return null;
    }
    if (der == null) {
      return null;
    }
    int hash = Arrays.hashCode(der);
    int start = start(hash);
    for (int i = start; i < start + EACH; i++) {
      KnownCertificate its = known.get(i);
      if (its != null && its.hash == hash && Arrays.equals(its.der, der)) {
        return its;
      }
    }
    boolean isKept = der.length <= MAX_KEPT;
    CertificateFacts facts = CertificateReader.read(certificate, der);
    KnownCertificate its = new KnownCertificate(facts, hash, isKept ? der : null);
    if (isKept) {
      known.set(start + give(), its);
    }
    return its;
  }

  private int give() {
    return next++ & (EACH - 1);
  }

  private static int start(int hash) {
    return ((hash * GOLDEN) >>> 16) % SETS * EACH;
  }
}
