package dev.stockade.cli.profile;

import dev.stockade.cli.probe.Answer;
import dev.stockade.cli.probe.JdkOffer;
import dev.stockade.cli.probe.ServerFacts;
import dev.stockade.enforce.CertificateReader;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.tls.CertificateChain;
import dev.stockade.policy.tls.CertificateFacts;
import dev.stockade.policy.tls.Protocols;
import dev.stockade.policy.tls.TlsFacts;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that can be agreed with one side, each as the facts of a handshake. Apart, so that
 * each offence is found once: versions with suites, groups, and certificates.
 */
final class Agreements {
  private static final String TLS13 = "TLSv1.3";

  final List<TlsFacts> suites = new ArrayList<>();
  final List<TlsFacts> groups = new ArrayList<>();
  final List<TlsFacts> certificates = new ArrayList<>();

  /** Suites in CBC mode that would be used without encrypt-then-MAC. */
  final List<String> bareCbc = new ArrayList<>();

  private Agreements() {}

  static Agreements with(ServerFacts server) {
    Agreements all = new Agreements();
    for (List<Answer> answers : server.accepted().values()) {
      for (Answer answer : answers) {
        all.addSuite(
            answer.version(),
            answer.suite(),
            answer.scheme(),
            answer.dhBits(),
            answer.extendedMasterSecret(),
            answer.encryptThenMac());
      }
    }
    server.groups().values().forEach(groups -> groups.forEach(all::addGroup));
    for (List<X509Certificate> chain : server.certificates()) {
      all.certificates.add(facts().certificates(read(chain), null).build());
    }
    return all;
  }

  static Agreements with(JdkOffer jdk) {
    Agreements all = new Agreements();
    for (String version : jdk.versions()) {
      for (String suite : jdk.suites()) {
        if (isOf(suite, version)) {
          all.addSuite(version, suite, null, 0, jdk.extendedMasterSecret(), jdk.encryptThenMac());
        }
      }
    }
    jdk.groups().forEach(all::addGroup);
    return all;
  }

  private void addSuite(
      String version, String suite, String scheme, int dhBits, boolean master, boolean etm) {
    suites.add(
        facts()
            .session(version, suite, false)
            .keyExchange(null, dhBits)
            .course(scheme, 0, false)
            .agreed(null, null, version.equals(TLS13) ? null : (Boolean) master)
            .build());
    if (suite.contains("_CBC_") && !etm && !bareCbc.contains(suite)) {
      bareCbc.add(suite);
    }
  }

  /** Once, whatever version or suite it is for. */
  private void addGroup(String group) {
    if (groups.stream().noneMatch(facts -> facts.group().equals(group))) {
      groups.add(facts().keyExchange(group, 0).build());
    }
  }

  private static TlsFacts.Builder facts() {
    return new TlsFacts.Builder(Direction.OUT);
  }

  /** Suites with a hash for the key derivation or an AEAD need TLS 1.2 (RFC 5246, RFC 5288). */
  private static boolean isOf(String suite, String version) {
    if (!suite.contains("_WITH_") || version.equals(TLS13)) {
      return !suite.contains("_WITH_") && version.equals(TLS13);
    }
    return suite.endsWith("_SHA")
        || suite.endsWith("_MD5")
        || !Protocols.isOlder(version, "TLSv1.2");
  }

  static CertificateChain read(List<X509Certificate> chain) {
    List<CertificateFacts> facts = new ArrayList<>();
    try {
      for (X509Certificate certificate : chain) {
        facts.add(CertificateReader.read(certificate, certificate.getEncoded()));
      }
    } catch (CertificateEncodingException e) {
      // It was read from its encoding.
    }
    return facts.isEmpty() ? null : new CertificateChain(facts);
  }
}
