package dev.stockade.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.request.Requests;
import dev.stockade.aws.request.WireRequest;
import dev.stockade.policy.aws.SignatureStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed headers that every hop may replace prove nothing (RFC 9110, section 7.6.1). */
class HopByHopTest {
  private static final long CLOCK = Instant.parse("2026-11-23T20:25:01Z").toEpochMilli();

  private final SigningKeys keys = new SigningKeys();
  private final SignedRequests log = new SignedRequests();
  private final SignatureVerifier verifier = new SignatureVerifier(keys, log, null);
  private final TestSigner signer =
      new TestSigner("ASIAIOSFODNN7EXAMPLE", Requests.DATE, "eu-central-1", "dynamodb");

  private VerificationResult verify(WireRequest request) {
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

    assertThat(verify(request).signature()).isEqualTo(SignatureStatus.VALID);
    for (WireRequest changed :
        new WireRequest[] {
          request.with(name, value -> "two"), request.without(name), request.adding(name, "two")
        }) {
      VerificationResult verification = verify(changed);
      assertThat(verification.signature()).isEqualTo(SignatureStatus.UNVERIFIABLE);
      assertThat(verification.observations()).allMatch(seen -> seen.rule() == null);
      assertThat(verification.diagnosis())
          .startsWith("header `" + name.toLowerCase(java.util.Locale.ROOT) + "` is signed");
    }
    assertThat(verify(signer.sign(with("X-Other")).without("X-Other")).signature())
        .isEqualTo(SignatureStatus.MISMATCH);
  }

  @Test
  void whatConnectionNamesIsForOneHopToo() {
    signer.show(keys);
    WireRequest request = signer.sign(with("X-Hop"));

    assertThat(verify(request.with("X-Hop", value -> "two")).signature())
        .isEqualTo(SignatureStatus.MISMATCH);
    assertThat(
            verify(request.with("X-Hop", value -> "two").adding("Connection", "close, x-hop"))
                .signature())
        .isEqualTo(SignatureStatus.UNVERIFIABLE);
  }

  @Test
  void aChangeThatASignerShowsIsProvedByTheOtherParts() {
    WireRequest request = signer.sign(with("Connection"));
    log.signed(signer.canonicalRequest(), signer.signature(), signer.signedAs());

    VerificationResult replaced = verify(request.with("Connection", value -> "close"));
    assertThat(replaced.signature()).isEqualTo(SignatureStatus.UNVERIFIABLE);
    assertThat(replaced.diagnosis())
        .isEqualTo(
            "header `connection` was changed after signing, which every hop may replace"
                + " (RFC 9110 section 7.6.1): do not sign it");
    VerificationResult both = verify(request.without("Connection").withTarget("/other"));
    assertThat(both.signature()).isEqualTo(SignatureStatus.MISMATCH);
    assertThat(both.diagnosis()).isEqualTo("the path was changed after signing");
  }
}
