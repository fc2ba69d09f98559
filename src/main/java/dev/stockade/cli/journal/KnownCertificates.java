package dev.stockade.cli.journal;

import static dev.stockade.journal.record.RecordFields.CURVE;
import static dev.stockade.journal.record.RecordFields.ISSUER;
import static dev.stockade.journal.record.RecordFields.KEY_BITS;
import static dev.stockade.journal.record.RecordFields.KEY_TYPE;
import static dev.stockade.journal.record.RecordFields.NOT_AFTER;
import static dev.stockade.journal.record.RecordFields.NOT_BEFORE;
import static dev.stockade.journal.record.RecordFields.SELF_SIGNED;
import static dev.stockade.journal.record.RecordFields.SERIAL;
import static dev.stockade.journal.record.RecordFields.SHA256;
import static dev.stockade.journal.record.RecordFields.SIGNATURE_ALGORITHM;
import static dev.stockade.journal.record.RecordFields.SUBJECT;
import static dev.stockade.journal.record.RecordFields.X509;

import dev.stockade.cli.command.JsonView;
import dev.stockade.journal.EventKind;
import dev.stockade.policy.tls.CertificateChain;
import dev.stockade.policy.tls.CertificateFacts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The certificates that records describe: those of handshakes only name them. Which authorities
 * came with one is not told; by them nothing is refused.
 */
final class KnownCertificates {
  /** A forged journal could describe any number. */
  private static final int MAX = 10_000;

  private static final String KIND = '"' + EventKind.TLS_CERTIFICATE.label() + '"';

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  /** By their first digits. */
  private final Map<String, CertificateChain> known =
      new LinkedHashMap<String, CertificateChain>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CertificateChain> eldest) {
          return size() > MAX;
        }
      };

  /**
   * The certificate that a handshake names.
   *
   * @param id may be null
   * @return null where no record described it
   */
  CertificateChain named(String id) {
    return id == null ? null : known.get(id);
  }

  /** Whether a line may be such a record. */
  static boolean isDescribedIn(String line) {
    return line.contains(KIND);
  }

  /** Takes what a record describes. */
  void take(JsonView record) {
    JsonView certificate = record.below(X509);
    if (certificate == null) {
      return;
    }
    String sha256 = certificate.text(SHA256);
    if (sha256 == null || !SHA_256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("record.x509.sha256 must have 64 digits");
    }
    CertificateFacts facts =
        new CertificateFacts.Builder(sha256)
            .issued(certificate.text(SUBJECT), certificate.text(ISSUER), certificate.text(SERIAL))
            .key(certificate.text(KEY_TYPE), certificate.small(KEY_BITS), certificate.text(CURVE))
            .signatureAlgorithm(certificate.text(SIGNATURE_ALGORITHM))
            .valid(time(certificate, NOT_BEFORE), time(certificate, NOT_AFTER))
            .selfSigned(certificate.flag(SELF_SIGNED))
            .build();
    known.put(facts.id(), new CertificateChain(Collections.singletonList(facts)));
  }

  /** 0 where it is not told. */
  private static long time(JsonView certificate, String name) {
    return certificate.has(name) ? RecordReader.time(certificate, name) : 0;
  }
}
