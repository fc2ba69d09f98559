package dev.stockade.journal.record;

import dev.stockade.base.IsoTime;
import dev.stockade.base.Json;
import dev.stockade.journal.SeenCertificate;
import dev.stockade.policy.tls.CertificateFacts;

/** What a record about a certificate says of it, and the name by which handshakes refer to it. */
final class NdjsonCertificate {
  private NdjsonCertificate() {}

  static void add(Json json, SeenCertificate seen) {
    CertificateFacts its = seen.facts();
    json.text(RecordFields.CERTIFICATE, its.id());
    json.begin(RecordFields.X509).text(RecordFields.SHA256, its.sha256());
    json.text(RecordFields.SUBJECT, its.subject())
        .text(RecordFields.ISSUER, its.issuer())
        .text(RecordFields.SERIAL, its.serial());
    json.text(RecordFields.KEY_TYPE, its.keyType());
    positive(json, RecordFields.KEY_BITS, its.keyBits());
    json.text(RecordFields.CURVE, its.curve())
        .text(RecordFields.SIGNATURE_ALGORITHM, its.signatureAlgorithm());
    if (its.notAfter() != 0) {
      json.text(RecordFields.NOT_BEFORE, IsoTime.of(its.notBefore()));
      json.text(RecordFields.NOT_AFTER, IsoTime.of(its.notAfter()));
    }
    json.beginList("names");
    for (String name : its.names()) {
      json.item(name);
    }
    json.endList();
    positive(json, "nameCount", its.nameCount());
    json.flag(RecordFields.SELF_SIGNED, its.isSelfSigned()).number("position", seen.position());
    json.text("whose", seen.whose()).text("role", seen.role());
    positive(json, "unrecorded", seen.unrecorded());
    json.end();
  }

  private static void positive(Json json, String name, int number) {
    if (number > 0) {
      json.number(name, number);
    }
  }
}
