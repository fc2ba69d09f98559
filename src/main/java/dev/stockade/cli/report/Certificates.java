package dev.stockade.cli.report;

import dev.stockade.cli.command.JsonView;
import dev.stockade.cli.command.YamlText;
import dev.stockade.cli.journal.SeenRecord;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.record.RecordFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The certificates that records describe, each once. */
final class Certificates {
  private static final int MAX = 5000;
  private static final int MAX_LENGTH = 300;

  private final Map<String, Certificate> certificates = new LinkedHashMap<>();

  void take(SeenRecord record, JsonView view) {
    JsonView x509 = view.below(RecordFields.X509);
    if (x509 == null || !EventKind.TLS_CERTIFICATE.label().equals(record.line().kind())) {
      return;
    }
    String id = x509.text(RecordFields.SHA256);
    Certificate certificate = certificates.get(id);
    if (certificate == null && id != null && certificates.size() < MAX) {
      certificate = new Certificate(x509, view);
      certificates.put(id, certificate);
    }
    if (certificate != null) {
      certificate.add(record);
    }
  }

  /** What ends first comes first. */
  List<Certificate> all() {
    List<Certificate> all = new ArrayList<>(certificates.values());
    all.sort((a, b) -> a.notAfter.compareTo(b.notAfter));
    return all;
  }

  /** One certificate and where it was seen first. */
  static final class Certificate extends Span {
    final String subject;
    final String issuer;
    final String key;
    final String signature;

    /** As records have it; empty where not known. */
    final String notAfter;

    final String role;
    final String destination;
    final String service;

    Certificate(JsonView x509, JsonView record) {
      subject = cut(x509.text(RecordFields.SUBJECT));
      issuer = cut(x509.text(RecordFields.ISSUER));
      key = cut(x509.text(RecordFields.KEY_TYPE)) + " " + x509.whole(RecordFields.KEY_BITS);
      signature = cut(x509.text(RecordFields.SIGNATURE_ALGORITHM));
      notAfter = x509.has(RecordFields.NOT_AFTER) ? cut(x509.text(RecordFields.NOT_AFTER)) : "";
      role = cut(x509.text("role"));
      service = cut(record.text(RecordFields.SERVICE));
      JsonView peer = record.below(RecordFields.PEER);
      String host = peer == null ? null : peer.text(RecordFields.HOST);
      String name = host == null && peer != null ? peer.text(RecordFields.IP) : host;
      boolean inbound = "in".equals(record.text(RecordFields.DIRECTION));
      long port = peer == null || inbound ? 0 : peer.whole(RecordFields.PORT);
      destination = cut(name) + (port > 0 ? ":" + port : "");
    }

    private static String cut(String text) {
      return text == null ? "-" : YamlText.cut(text, MAX_LENGTH);
    }
  }
}
