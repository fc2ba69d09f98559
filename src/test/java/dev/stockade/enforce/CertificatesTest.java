package dev.stockade.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.stockade.policy.tls.CertificateChain;
import dev.stockade.policy.tls.CertificateFacts;
import java.lang.management.ManagementFactory;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

class CertificatesTest {
  private final Certificates certificates = new Certificates();

  @Test
  void theFactsAreThoseThatOpensslPrints() throws Exception {
    CertificateFacts leaf = certificates.of(TestCertificates.all()[0]);
    assertThat(leaf.sha256()).isEqualTo(TestCertificates.LEAF_SHA256).startsWith(leaf.id());
    assertThat(leaf.id()).hasSize(16);
    assertThat(leaf.subject()).isEqualTo("CN=db.internal");
    assertThat(leaf.issuer()).isEqualTo("CN=Test root,O=Example");
    assertThat(leaf.serial()).isEqualTo("abc");
    assertThat(leaf.keyType()).isEqualTo("RSA");
    assertThat(leaf.keyBits()).isEqualTo(2048);
    assertThat(leaf.curve()).isNull();
    assertThat(leaf.signatureAlgorithm()).isEqualTo("SHA384withECDSA");
    assertThat(leaf.notAfter() - leaf.notBefore()).isEqualTo(36_500 * 86_400_000L);
    assertThat(leaf.isSelfSigned()).isFalse();
    assertThat(leaf.isAuthority()).isFalse();
  }

  @Test
  void ofTheNamesTheFirstAreKeptAndAllThatMatterAreCounted() throws Exception {
    CertificateFacts leaf = certificates.of(TestCertificates.all()[0]);
    assertThat(leaf.names())
        .hasSize(CertificateFacts.MAX_NAMES)
        .startsWith("db.internal", "10.0.0.7", "spiffe://example/db", "dba@example.com");
    assertThat(leaf.nameCount()).isEqualTo(12);
  }

  @Test
  void anEcKeyHasACurveAndEd25519ATypeOfItsOwn() throws Exception {
    CertificateFacts root = certificates.of(TestCertificates.all()[1]);
    assertThat(root.keyType()).isEqualTo("EC");
    assertThat(root.keyBits()).isEqualTo(384);
    assertThat(root.curve()).isEqualTo("secp384r1");
    assertThat(root.isSelfSigned()).isTrue();
    assertThat(root.isAuthority()).isTrue();
    CertificateFacts ed = certificates.of(TestCertificates.all()[2]);
    assertThat(ed.keyType()).isEqualTo("Ed25519");
    assertThat(ed.keyBits()).isZero();
  }

  @Test
  void theSameCertificatesAreOneChainWithoutGarbage() throws Exception {
    X509Certificate[] chain = TestCertificates.chain();
    CertificateChain first = certificates.chain(chain);
    assertThat(first.leaf().subject()).isEqualTo("CN=db.internal");
    assertThat(first.at(1).subject()).isEqualTo("CN=Test root,O=Example");
    assertThat(first.size()).isEqualTo(2);

    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < 10_000; i++) {
      if (certificates.chain(chain) != first) {
        throw new AssertionError("another chain");
      }
    }
    assertThat(threads.getThreadAllocatedBytes(thread) - before).isLessThan(20_000);
  }

  @Test
  void anotherObjectIsKnownByItsEncodingAndAskedForNothingElse() throws Exception {
    X509Certificate[] chain = TestCertificates.chain();
    CertificateChain first = certificates.chain(chain);
    assertThat(certificates.chain(TestCertificates.others(chain))).isSameAs(first);
  }

  @Test
  void anotherChainOfTheSameLeafIsAnotherChain() throws Exception {
    X509Certificate[] all = TestCertificates.all();
    assertThat(certificates.chain(new Object[] {all[0]}).size()).isEqualTo(1);
    assertThat(certificates.chain(new Object[] {all[0], all[1]}).size()).isEqualTo(2);
    assertThat(certificates.chain(new Object[] {all[0], all[2]}).at(1).subject())
        .isEqualTo("CN=ed");
    assertThat(certificates.chain(new Object[] {all[0]}).size()).isEqualTo(1);
  }

  @Test
  void whatCannotBeReadIsUnknown() throws Exception {
    X509Certificate odd = TestCertificates.another(TestCertificates.all()[0]);
    CertificateFacts facts = certificates.of(odd);
    assertThat(facts.sha256()).isEqualTo(TestCertificates.LEAF_SHA256);
    assertThat(facts.subject()).isNull();
    assertThat(facts.keyType()).isNull();
    assertThat(facts.notAfter()).isZero();
    assertThat(certificates.of(new EncodedCertificate(null))).isNull();
    assertThat(certificates.chain(null)).isNull();
    assertThat(certificates.chain(new Object[0])).isNull();
    assertThat(certificates.of(null)).isNull();
  }

  @Test
  void thousandsOfCertificatesAreForgottenNotKept() throws Exception {
    CertificateFacts first = certificates.of(TestCertificates.all()[0]);
    for (int i = 0; i < 5_000; i++) {
      byte[] der = {(byte) i, (byte) (i >> 8), 1};
      assertThat(certificates.of(new EncodedCertificate(der))).isNotNull();
    }
    CertificateFacts again = certificates.of(TestCertificates.all()[0]);
    assertThat(again.sha256()).isEqualTo(first.sha256());
    assertThat(again).isNotSameAs(first);
  }

  @Test
  void theEncodingOfALongOneIsNotKept() {
    assertThat(certificates.encoded(new EncodedCertificate(new byte[4096])).der).hasSize(4096);
    KnownCertificate tooLong = certificates.encoded(new EncodedCertificate(new byte[4097]));
    assertThat(tooLong.der).isNull();
    assertThat(tooLong.facts.sha256()).hasSize(64);
  }

  @Test
  void longTextsOfAPeerAreCut() {
    String longText = "x".repeat(5_000);
    CertificateFacts facts =
        new CertificateFacts.Builder(TestCertificates.LEAF_SHA256)
            .issued(longText, longText, longText)
            .names(java.util.Collections.nCopies(300, longText))
            .build();
    assertThat(facts.subject()).hasSize(500).contains("(cut, has 5000 characters)");
    assertThat(facts.serial()).hasSize(128);
    assertThat(facts.names()).hasSize(10).allMatch(name -> name.length() == 253);
    assertThat(facts.nameCount()).isEqualTo(300);
    assertThat(new CertificateChain(java.util.List.of(facts)).surplus()).isGreaterThan(1_000);
  }
}
