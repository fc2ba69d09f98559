package dev.stockade.cli.profile;

import dev.stockade.cli.probe.Answer;
import dev.stockade.cli.probe.ServerFacts;
import dev.stockade.policy.tls.CertificateChain;
import dev.stockade.policy.tls.CertificateFacts;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a server accepts, for people and for programs. */
final class ServerText {
  private final String place;
  private final ServerFacts server;

  ServerText(String place, ServerFacts server) {
    this.place = place;
    this.server = server;
  }

  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("server", place);
    members.put("address", server.address());
    members.put("connections", server.connections());
    List<Map<String, Object>> versions = new ArrayList<>();
    server.accepted().forEach((version, answers) -> versions.add(version(version, answers)));
    members.put("versions", versions);
    List<Map<String, Object>> certificates = new ArrayList<>();
    for (CertificateFacts leaf : leaves()) {
      Map<String, Object> certificate = new LinkedHashMap<>();
      certificate.put("subject", leaf.subject());
      certificate.put("keyType", leaf.keyType());
      certificate.put("keyBits", leaf.keyBits());
      certificate.put("signatureAlgorithm", leaf.signatureAlgorithm());
      certificate.put("notAfter", day(leaf));
      certificates.add(certificate);
    }
    members.put("certificates", certificates);
    members.put("remarks", server.remarks());
    return members;
  }

  private Map<String, Object> version(String version, List<Answer> answers) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("version", version);
    members.put("accepted", !answers.isEmpty());
    members.put("refusal", server.refusals().get(version));
    List<Map<String, Object>> suites = new ArrayList<>();
    for (Answer answer : answers) {
      Map<String, Object> suite = new LinkedHashMap<>();
      suite.put("suite", answer.suite());
      suite.put("dhBits", answer.dhBits() == 0 ? null : answer.dhBits());
      if (!version.equals("TLSv1.3")) {
        suite.put("extendedMasterSecret", answer.extendedMasterSecret());
        suite.put("encryptThenMac", answer.encryptThenMac());
      }
      suites.add(suite);
    }
    members.put("suites", suites);
    members.put("groups", server.groups().get(version));
    return members;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(place + " (" + server.address() + "), " + server.connections() + " connections");
    server.accepted().forEach((version, answers) -> addVersion(lines, version, answers));
    for (CertificateFacts leaf : leaves()) {
      lines.add(
          String.format(
              "  certificate  %s %d bits, %s, until %s, %s",
              leaf.keyType(),
              leaf.keyBits(),
              leaf.signatureAlgorithm(),
              day(leaf),
              leaf.subject()));
    }
    server.remarks().forEach(remark -> lines.add("  note: " + remark));
    lines.add("");
    return lines;
  }

  private void addVersion(List<String> lines, String version, List<Answer> answers) {
    if (answers.isEmpty()) {
      lines.add(String.format("  %-8s no: %s", version, server.refusals().get(version)));
      return;
    }
    int count = answers.size();
    lines.add(String.format("  %-8s %d %s", version, count, count == 1 ? "suite" : "suites"));
    for (Answer answer : answers) {
      boolean isOld = !version.equals("TLSv1.3");
      lines.add(
          "    "
              + answer.suite()
              + (answer.dhBits() == 0 ? "" : ", DH " + answer.dhBits() + " bits")
              + (isOld && !answer.extendedMasterSecret() ? ", no extended master secret" : "")
              + (answer.encryptThenMac() ? ", encrypt-then-MAC" : ""));
    }
    List<String> groups = server.groups().get(version);
    if (groups != null) {
      lines.add("    groups " + String.join(" ", groups));
    }
  }

  private List<CertificateFacts> leaves() {
    List<CertificateFacts> leaves = new ArrayList<>();
    for (List<X509Certificate> chain : server.certificates()) {
      CertificateChain read = Agreements.read(chain);
      if (read != null) {
        leaves.add(read.leaf());
      }
    }
    return leaves;
  }

  private static String day(CertificateFacts leaf) {
    return Instant.ofEpochMilli(leaf.notAfter()).atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
