package dev.stockade.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.keys.SigningLog;
import dev.stockade.aws.request.Requests;
import dev.stockade.aws.request.WireRequest;
import dev.stockade.policy.aws.Signature;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed headers that every hop may replace prove nothing (RFC 9110, section 7.6.1). */
class HopByHopTest {
  private static final long CLOCK = Instant.parse("2026-11-23T20:25:01Z").toEpochMilli();

  private final SigningKeys keys = new SigningKeys();
  private final SigningLog log = new SigningLog();
  private final SignatureVerifier verifier = new SignatureVerifier(keys, log, null);
  private final TestSigner signer =
      new TestSigner("ASIAIOSFODNN7EXAMPLE", Requests.DATE, "eu-central-1", "dynamodb");

  private Verification verify(WireRequest request) {
    return verifier.verify(request.head(), null, CLOCK);
  }

  private static WireRequest with(String name) {
    return Requests.dynamoDb().adding("X-Amz-Security-Token", "a token").adding(name, "one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Connection",
        "Keep-Alive",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
        "Expect",
        "Proxy-Authorization",
        "Proxy-Connection",
        "HTTP2-Settings"
      })
  void areNoGroundForAMismatch(String name) {
    WireRequest request = signer.sign(with(name));
    signer.show(keys);

    assertThat(verify(request).signature()).isEqualTo(Signature.VALID);
    for (WireRequest changed :
        new WireRequest[] {
          request.with(name, value -> "two"), request.without(name), request.adding(name, "two")
        }) {
      Verification verification = verify(changed);
      assertThat(verification.signature()).isEqualTo(Signature.UNVERIFIABLE);
      assertThat(verification.observations()).allMatch(seen -> seen.rule() == null);
      assertThat(verification.diagnosis())
          .startsWith("header `" + name.toLowerCase(java.util.Locale.ROOT) + "` is signed");
    }
    assertThat(verify(signer.sign(with("X-Other")).without("X-Other")).signature())
        .isEqualTo(Signature.MISMATCH);
  }

  @Test
  void whatConnectionNamesIsForOneHopToo() {
    signer.show(keys);
    WireRequest request = signer.sign(with("X-Hop"));

    assertThat(verify(request.with("X-Hop", value -> "two")).signature())
        .isEqualTo(Signature.MISMATCH);
    assertThat(
            verify(request.with("X-Hop", value -> "two").adding("Connection", "close, x-hop"))
                .signature())
        .isEqualTo(Signature.UNVERIFIABLE);
  }

  @Test
  void aChangeThatASignerShowsIsProvedByTheOtherParts() {
    WireRequest request = signer.sign(with("Connection"));
    log.signed(signer.canonicalRequest(), signer.signature(), signer.scope());

    Verification replaced = verify(request.with("Connection", value -> "close"));
    assertThat(replaced.signature()).isEqualTo(Signature.UNVERIFIABLE);
    assertThat(replaced.diagnosis())
        .isEqualTo(
            "header `connection` was changed after signing, which every hop may replace"
                + " (RFC 9110 section 7.6.1): do not sign it");
    Verification both = verify(request.without("Connection").withTarget("/other"));
    assertThat(both.signature()).isEqualTo(Signature.MISMATCH);
    assertThat(both.diagnosis()).isEqualTo("the path was changed after signing");
  }
}
