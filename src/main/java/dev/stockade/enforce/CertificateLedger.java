package dev.stockade.enforce;

import dev.stockade.journal.Event;
import dev.stockade.journal.Journal;
import dev.stockade.journal.SeenCertificate;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.tls.CertificateChain;
import dev.stockade.policy.tls.CertificateFacts;
import dev.stockade.policy.tls.TlsFacts;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Records each certificate once for each side that shows it, and again when it is about to expire
 * or has. What has a record is found without a lock and without garbage. There is room for a
 * bounded number and, so that a peer with certificates without end does not fill the journal, for
 * so many records a minute: what is left out is counted, and the next record says so.
 */
final class CertificateLedger {
  static final int OF_A_MINUTE = 100;

  private static final long MINUTE = 60_000;
  private static final int SETS = 256;
  private static final int EACH = 4;

  private final Journal journal;
  private final AtomicReferenceArray<CertificateEntry> entries =
      new AtomicReferenceArray<>(SETS * EACH);
  private final AtomicInteger ofThisMinute = new AtomicInteger();
  private final AtomicInteger unrecorded = new AtomicInteger();
  private volatile long minute;

  /** Which place of a set gives way next; that two threads take the same one does no harm. */
  private int next;

  CertificateLedger(Journal journal) {
    this.journal = journal;
  }

  /** A handshake has ended. */
  void see(TlsFacts tls, long now) {
    boolean own = tls.direction() == Direction.IN;
    see(tls, tls.serverChain(), own, true, now);
    see(tls, tls.clientChain(), !own, false, now);
  }

  private void see(TlsFacts tls, CertificateChain chain, boolean own, boolean server, long now) {
    for (int i = 0; chain != null && i < chain.size(); i++) {
      CertificateFacts its = chain.at(i);
      CertificateEntry entry = entry(its);
      if (entry.isNew(own, server, now) && mayRecord(now) && entry.tell(own, server, now)) {
        SeenCertificate seen = new SeenCertificate(its, i, own, server, unrecorded.getAndSet(0));
        journal.offer(Event.ofCertificate(now, tls, seen));
      }
    }
  }

  private CertificateEntry entry(CertificateFacts certificate) {
    int start = (certificate.sha256().hashCode() & (SETS - 1)) * EACH;
    for (int i = start; i < start + EACH; i++) {
      CertificateEntry entry = entries.get(i);
      if (entry != null && entry.isOf(certificate)) {
        return entry;
      }
    }
    CertificateEntry added = new CertificateEntry(certificate);
    entries.set(start + (next++ & (EACH - 1)), added);
    return added;
  }

  private boolean mayRecord(long now) {
    long its = now / MINUTE;
    if (its != minute) {
      minute = its;
      ofThisMinute.set(0);
    }
    boolean may = ofThisMinute.get() < OF_A_MINUTE && ofThisMinute.incrementAndGet() <= OF_A_MINUTE;
    if (!may) {
      unrecorded.incrementAndGet();
    }
    return may;
  }
}
