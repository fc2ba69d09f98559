package dev.stockade.journal.record;

import dev.stockade.base.IsoTime;
import dev.stockade.base.Json;
import dev.stockade.journal.SeenCertificate;
import dev.stockade.policy.tls.CertificateFacts;

/** The member {@code certificate} of a record about one. The names are used nowhere else. */
final class NdjsonCertificate {
  private NdjsonCertificate() {}

  static void add(Json json, SeenCertificate seen) {
    CertificateFacts its = seen.facts();
    json.begin(RecordFields.CERTIFICATE).text("sha256", its.sha256());
    json.text("subject", its.subject()).text("issuer", its.issuer()).text("serial", its.serial());
    json.text("keyType", its.keyType());
    positive(json, "keyBits", its.keyBits());
    json.text("curve", its.curve()).text("signatureAlgorithm", its.signatureAlgorithm());
    if (its.notAfter() != 0) {
      json.text("notBefore", IsoTime.of(its.notBefore()));
      json.text("notAfter", IsoTime.of(its.notAfter()));
    }
    json.beginList("names");
    for (String name : its.names()) {
      json.item(name);
    }
    json.endList();
    positive(json, "nameCount", its.nameCount());
    json.flag("selfSigned", its.isSelfSigned()).number("position", seen.position());
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
