package dev.stockade.journal.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The leaf that a record describes, in the fields of the side that showed it. Those hold one: an
 * issuer's certificate is below {@code stockade} alone, and there the record's own member stays.
 */
final class EcsCertificate {
  private EcsCertificate() {}

  static void put(RecordTree record, RecordTree line) {
    String sha256 = record.text("x509.sha256");
    if (sha256 == null || record.number("x509.position") != 0) {
      return;
    }
    String side = "client".equals(record.text("x509.role")) ? "tls.client." : "tls.server.";
    line.put(side + "hash.sha256", sha256.toUpperCase(Locale.ROOT));
    line.put(side + "subject", record.text("x509.subject"));
    line.put(side + "issuer", record.text("x509.issuer"));
    String its = side + "x509.";
    line.put(its + "subject.distinguished_name", record.text("x509.subject"));
    line.put(its + "issuer.distinguished_name", record.text("x509.issuer"));
    String serial = record.text("x509.serial");
    line.put(its + "serial_number", serial == null ? null : serial.toUpperCase(Locale.ROOT));
    for (String end : new String[] {"Before", "After"}) {
      Object time = Conversion.TIME.out(record.get("x509.not" + end));
      line.put(side + "not_" + end.toLowerCase(Locale.ROOT), time);
      line.put(its + "not_" + end.toLowerCase(Locale.ROOT), time);
    }
    line.put(its + "public_key_algorithm", record.text("x509.keyType"));
    line.put(its + "public_key_size", Conversion.NUMBER.out(record.get("x509.keyBits")));
    line.put(its + "public_key_curve", record.text("x509.curve"));
    line.put(its + "signature_algorithm", record.text("x509.signatureAlgorithm"));
    List<String> names = record.texts("x509.names");
    line.put(its + "alternative_names", names.isEmpty() ? null : new ArrayList<Object>(names));
  }
}
