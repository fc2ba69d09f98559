package dev.stockade.journal.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.journal.Event;
import dev.stockade.journal.Samples;
import dev.stockade.policy.tls.CertificateChain;
import dev.stockade.policy.tls.CertificateFacts;
import dev.stockade.policy.tls.TlsFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventIdentityTest {
  @Test
  void timeAndTheClientsPortAreNoPartOfIt() {
    assertSame(Samples.pass("a", 1), Samples.pass("a", 2));
    assertSame(
        Samples.pass(Samples.in("10.0.0.9", 50001), 0),
        Samples.pass(Samples.in("10.0.0.9", 50002), 0));
    assertSame(
        Samples.pass(Samples.out("a").local("10.0.0.1", 50001).build(), 0),
        Samples.pass(Samples.out("a").local("10.0.0.1", 50002).build(), 0));
    assertSame(
        Samples.pass(Samples.out("a").course("ed25519", 1, false).build(), 0),
        Samples.pass(Samples.out("a").course("ed25519", 2, false).build(), 0));
  }

  @Test
  void allElseIs() {
    assertOther(Samples.pass("a"), Samples.pass("b"));
    assertOther(Samples.pass("a"), Samples.violation("a"));
    assertOther(Samples.failed("a", "no"), Samples.failed("a", "never"));
    assertOther(Samples.request("s3"), Samples.request("sqs"));
    assertOther(Samples.request("s3"), Samples.cleartext("s3"));
    assertOther(ofPort(1433), ofPort(1434));
    assertOther(ofLocalPort(8443), ofLocalPort(9443));
    assertOther(
        Samples.pass(Samples.out("a").course("ed25519", 1, false).build(), 0),
        Samples.pass(Samples.out("a").course("ed448", 1, false).build(), 0));
    assertOther(
        Samples.pass(Samples.out("a").agreed("h2", null, null).build(), 0),
        Samples.pass(Samples.out("a").agreed("", null, null).build(), 0));
    assertOther(ofCertificate("a"), ofCertificate("b"));
  }

  /** What is absent may not let the parts behind it move up. */
  @Test
  void whatStandsElsewhereIsNotTheSame() {
    TlsFacts host = Samples.out(null).peer("x", null, 0).build();
    TlsFacts ip = Samples.out(null).peer(null, "x", 0).build();
    assertOther(Samples.pass(host, 0), Samples.pass(ip, 0));
  }

  @Test
  void countsTheTextsItHolds() {
    int shorter = EventIdentity.of(Samples.pass("a")).characters();
    int longer = EventIdentity.of(Samples.pass("a".repeat(101))).characters();
    assertThat(longer - shorter).isEqualTo(2 * 100);
  }

  private static Event ofCertificate(String digit) {
    CertificateFacts facts = new CertificateFacts.Builder(digit.repeat(64)).build();
    CertificateChain chain = new CertificateChain(List.of(facts));
    return Samples.pass(Samples.out("a").certificates(chain, null).build(), 0);
  }

  private static Event ofPort(int port) {
    return Samples.pass(Samples.out("a").peer("a", "10.0.0.7", port).build(), 0);
  }

  private static Event ofLocalPort(int port) {
    return Samples.pass(
        new TlsFacts.Builder(dev.stockade.policy.rule.Direction.IN)
            .peer(null, "10.0.0.9", 50001)
            .local(null, port)
            .build(),
        0);
  }

  private static void assertSame(Event one, Event other) {
    assertThat(EventIdentity.of(one))
        .isEqualTo(EventIdentity.of(other))
        .hasSameHashCodeAs(EventIdentity.of(other));
  }

  private static void assertOther(Event one, Event other) {
    assertThat(EventIdentity.of(one)).isNotEqualTo(EventIdentity.of(other));
  }
}
