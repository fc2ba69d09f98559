package dev.stockade.policy.tls;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The certificates that one side of a handshake sent, its own first, then its issuers as far as it
 * sent them. Immutable, and one object for all handshakes with the same certificates.
 */
public final class CertificateChain {
  /** More are not looked at. JSSE itself refuses a longer chain. */
  public static final int MAX = 10;

  /** Characters of an ordinary chain. */
  private static final int ORDINARY = 1500;

  private final CertificateFacts[] certificates;
  private final int surplus;

  /**
   * @param certificates at least one; the leaf has position 0
   */
  public CertificateChain(List<CertificateFacts> certificates) {
    this.certificates = certificates.toArray(new CertificateFacts[0]);
    int characters = 0;
    for (CertificateFacts certificate : certificates) {
      characters += certificate.characters();
    }
    this.surplus = Math.max(0, characters - ORDINARY);
  }

  /** The certificate of the side itself. */
  public CertificateFacts leaf() {
    return certificates[0];
  }

  /** The certificate at a position; 0 is the leaf. */
  public CertificateFacts at(int position) {
    return certificates[position];
  }

  public int size() {
    return certificates.length;
  }

  /** Characters that it holds beyond what is ordinary, for those who keep many events. */
  public int surplus() {
    return surplus;
  }

  /** All from the leaf on. */
  public List<CertificateFacts> all() {
    return Collections.unmodifiableList(Arrays.asList(certificates));
  }
}
