package dev.stockade.cli.policy;

import dev.stockade.cli.command.JsonView;
import dev.stockade.policy.tls.CertificateChain;
import dev.stockade.policy.tls.CertificateFacts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collections;

/** The certificate that one side shows in a case. */
final class CaseCertificate {
  /** Nobody has made it, so it has no hash. */
  private static final String SHA_256 = String.join("", Collections.nCopies(64, "0"));

  private CaseCertificate() {}

  /**
   * A chain of it alone.
   *
   * @param certificate null for none, as what is returned then
   */
  static CertificateChain of(JsonView certificate) {
    if (certificate == null) {
      return null;
    }
    certificate.only(
        "subject", "keyType", "keyBits", "signatureAlgorithm", "notAfter", "selfSigned");
    CertificateFacts facts =
        new CertificateFacts.Builder(SHA_256)
            .issued(certificate.text("subject"), null, null)
            .key(certificate.text("keyType"), certificate.small("keyBits"), null)
            .signatureAlgorithm(certificate.text("signatureAlgorithm"))
            .valid(0, end(certificate.text("notAfter")))
            .selfSigned(certificate.flag("selfSigned"))
            .build();
    return new CertificateChain(Collections.singletonList(facts));
  }

  /** The last moment of a day; 0 for none. */
  private static long end(String lastDay) {
    try {
      return lastDay == null
          ? 0
          : LocalDate.parse(lastDay)
                  .plusDays(1)
                  .atStartOfDay(ZoneOffset.UTC)
                  .toInstant()
                  .toEpochMilli()
              - 1;
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "notAfter must be a day such as 2027-03-31, not " + lastDay);
    }
  }
}
