package dev.stockade.journal.format;

import java.util.Collections;

/**
 * The certificate that a record describes, as OCSF's object. That has no place but in {@code tls},
 * which requires a version: a certificate is judged by none, so it says {@code unknown}. The
 * record's own member, which says more, stays.
 */
final class OcsfCertificate {
  private static final String OBJECT = "tls.certificate.";

  private OcsfCertificate() {}

  static void put(RecordTree record, RecordTree line) {
    String issuer = record.text("x509.issuer");
    String serial = record.text("x509.serial");
    if (issuer == null || serial == null) {
      return;
    }
    line.put("tls.version", "unknown");
    line.put(OBJECT + "issuer", issuer).put(OBJECT + "serial_number", serial);
    line.put(OBJECT + "subject", record.text("x509.subject"));
    line.put(OBJECT + "uid", record.text("certificate"));
    line.put(OBJECT + "created_time", Conversion.MILLIS.out(record.get("x509.notBefore")));
    line.put(OBJECT + "expiration_time", Conversion.MILLIS.out(record.get("x509.notAfter")));
    line.put(OBJECT + "is_self_signed", Conversion.FLAG.out(record.get("x509.selfSigned")));
    if (record.text("x509.sha256") != null) {
      RecordTree hash = new RecordTree().put("algorithm_id", 3L).put("algorithm", "SHA-256");
      hash.put("value", record.text("x509.sha256"));
      line.put(OBJECT + "fingerprints", Collections.singletonList(hash.members()));
    }
  }
}
