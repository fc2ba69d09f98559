package dev.stockade.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.tls.Offer;
import dev.stockade.policy.tls.Profiles;
import dev.stockade.policy.tls.TlsPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnabledNamesTest {
  private final TlsPolicy policy = new TlsPolicy(Profiles.named("aws-outposts"));

  @Test
  void isJudgedByIanasNamesAndSetByThoseThatWereGiven() {
    EnabledNames enabled =
        new EnabledNames(
            new String[] {"TLSv1.2", "TLSv1.1"},
            new String[] {"ECDHE-RSA-AES128-GCM-SHA256", "AES128-SHA"});

    assertThat(enabled.offer())
        .isEqualTo(
            Offer.of(
                List.of("TLSv1.2", "TLSv1.1"),
                List.of("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_RSA_WITH_AES_128_CBC_SHA")));
    assertThat(enabled.allowedProtocols(policy)).containsExactly("TLSv1.2");
    assertThat(enabled.allowedSuites(policy)).containsExactly("ECDHE-RSA-AES128-GCM-SHA256");
  }
}
