package dev.stockade.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.tls.Profiles;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.policy.tls.TlsPolicy;
import org.junit.jupiter.api.Test;

class BlockSentenceTest {
  private static final String STATIC = "TLS_RSA_WITH_AES_128_GCM_SHA256";

  private final TlsPolicy policy = new TlsPolicy(Profiles.named("aws-outposts"));

  @Test
  void itSaysWhatWhereWhyAndWhatToDo() {
    assertThat(sentence(out("db.internal", "10.0.0.7", 1433, "TLSv1.1", null)))
        .isEqualTo(
            "stockade: blocked TLS to db.internal:1433: server chose TLSv1.1, profile aws-outposts"
                + " needs TLSv1.2 or newer (rule tls.min-version); see: java -jar stockade.jar"
                + " explain tls.min-version");
  }

  @Test
  void theProfileIsNamedWhereTheReasonDoesNot() {
    assertThat(sentence(out("db", null, 0, "TLSv1.2", STATIC)))
        .isEqualTo(
            "stockade: blocked TLS to db: server chose TLS_RSA_WITH_AES_128_GCM_SHA256, which has"
                + " no forward secrecy, profile aws-outposts (rule tls.forward-secrecy); see: java"
                + " -jar stockade.jar explain tls.forward-secrecy");
  }

  @Test
  void severalRulesAreListedAndTheFirstIsExplained() {
    assertThat(sentence(out("db", null, 0, "TLSv1", STATIC)))
        .endsWith(
            "(rules tls.min-version, tls.forward-secrecy); see: java -jar stockade.jar explain"
                + " tls.min-version");
  }

  @Test
  void anAddressStandsInForAnUnknownName() {
    assertThat(sentence(out(null, "10.0.0.7", 443, "TLSv1", null)))
        .startsWith("stockade: blocked TLS to 10.0.0.7:443: server");
    assertThat(sentence(out(null, "2001:db8::1", 443, "TLSv1", null)))
        .startsWith("stockade: blocked TLS to [2001:db8::1]:443: server");
    assertThat(sentence(out(null, "2001:db8::1", 0, "TLSv1", null)))
        .startsWith("stockade: blocked TLS to 2001:db8::1: server");
  }

  @Test
  void anUnknownPeerIsLeftOut() {
    assertThat(sentence(out(null, null, 443, "TLSv1", null)))
        .startsWith("stockade: blocked TLS: server chose TLSv1");
  }

  @Test
  void aClientIsNamedByItsAddressWithoutItsEphemeralPort() {
    TlsFacts facts =
        new TlsFacts.Builder(Direction.IN)
            .peer("client.internal", "10.0.0.9", 51234)
            .session("TLSv1", null, false)
            .build();

    assertThat(sentence(facts))
        .startsWith("stockade: blocked TLS from 10.0.0.9: client was served TLSv1, profile");
  }

  private String sentence(TlsFacts facts) {
    return policy.blockSentence(facts, policy.judge(facts, 0));
  }

  private static TlsFacts out(String host, String ip, int port, String version, String cipher) {
    return new TlsFacts.Builder(Direction.OUT)
        .peer(host, ip, port)
        .session(version, cipher, false)
        .build();
  }
}
