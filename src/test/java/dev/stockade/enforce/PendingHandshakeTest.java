package dev.stockade.enforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stockade.journal.Journal;
import dev.stockade.journal.Samples;
import dev.stockade.journal.TestOwner;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.tls.Failure;
import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.Offer;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.weave.BlockException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PendingHandshakeTest {
  private static final String GOOD = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
  private static final String STATIC = "TLS_RSA_WITH_AES_256_GCM_SHA384";

  private final Journal journal = new Journal(new TestOwner(Samples.settings(null)));
  private final TlsFacts facts = new TlsFacts.Builder(Direction.OUT).peer("db", null, 1433).build();

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void whatIsOfferedInPartsIsNarrowedByPartsAndRememberedAsAWhole() throws Exception {
    TlsEnforcement watch = watch("enforce");
    PendingHandshake handshake = watch.start(facts, this);
    Offer protocols = Offer.ofProtocols(List.of("TLSv1.2", "TLSv1.1"));

    assertThat(watch.narrow(handshake, protocols, facts).removedProtocols())
        .containsExactly("TLSv1.1");
    assertThat(watch.narrow(handshake, Offer.ofSuites(List.of(GOOD, STATIC)), facts))
        .extracting(Narrowing::removedSuites)
        .isEqualTo(List.of(STATIC));
    assertThat(handshake.offer())
        .isEqualTo(Offer.of(List.of("TLSv1.2", "TLSv1.1"), List.of(GOOD, STATIC)));
  }

  @Test
  void inAuditNothingIsTakenOut() throws Exception {
    PendingHandshake handshake = watch("audit").start();
    handshake.offers(Offer.ofProtocols(List.of("TLSv1.1")));

    assertThat(handshake.enforces()).isFalse();
    assertThat(handshake.needsPeer()).isFalse();
    assertThat(handshake.taken(handshake.offer())).isSameAs(Narrowing.NONE);
    assertThat(handshake.offersTooMuch()).isTrue();
  }

  @Test
  void whatWasSeenAtTheStartCountsMoreThanWhatIsSeenAtTheEnd() {
    PendingHandshake handshake = watch("enforce").start();
    handshake.offers(Offer.ofProtocols(List.of("TLSv1.2", "TLSv1.1")));

    handshake.offered(Offer.of(List.of("TLSv1.2"), List.of(GOOD)));

    assertThat(handshake.offer()).isEqualTo(Offer.of(List.of("TLSv1.2", "TLSv1.1"), List.of(GOOD)));
  }

  @Test
  void oneThatCannotStartIsRefusedAndOver() {
    TlsEnforcement watch = watch("enforce");
    PendingHandshake handshake = watch.start(facts, this);

    assertThatThrownBy(() -> watch.narrow(handshake, Offer.ofProtocols(List.of("TLSv1.1")), facts))
        .isInstanceOf(BlockException.class);
    assertThat(handshake.refusal())
        .hasMessageStartingWith("stockade: blocked TLS to db:1433: ")
        .hasMessageContaining("nothing else is offered");
    assertThat(handshake.isOver()).isTrue();
  }

  @Test
  void oneThatFailedIsOver() {
    TlsEnforcement watch = watch("enforce");
    PendingHandshake handshake = watch.start(facts, this);
    assertThat(handshake.isOver()).isFalse();

    watch.failed(handshake, facts, Failure.other("INTERNAL_ERROR", "disk full"));

    assertThat(handshake.isOver()).isTrue();
    assertThat(watch.hasFailed(facts)).isFalse();
  }

  @Test
  void oneThatStartedUnseenIsOnlyReported() {
    PendingHandshake handshake = watch("enforce").start().reported();

    assertThat(handshake.enforces()).isFalse();
  }

  private TlsEnforcement watch(String mode) {
    ActivePolicy activePolicy = new ActivePolicy(mode, "aws-outposts", 0, "orders", "i");
    return new TlsEnforcement(activePolicy, journal, Connections.after(null));
  }
}
