package dev.stockade.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.request.Requests;
import dev.stockade.aws.request.WireRequest;
import dev.stockade.policy.aws.SignatureStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Requests of which nobody can say whether they are signed right: never blamed, and told why. */
class UncertainSignatureTest {
  private static final long CLOCK = Instant.parse("2026-11-23T20:25:01Z").toEpochMilli();
  private static final String KEY = "ASIAIOSFODNN7EXAMPLE";

  private final SigningKeys keys = new SigningKeys();
  private final SignatureVerifier verifier =
      new SignatureVerifier(keys, new SignedRequests(), null);
  private final TestSigner signer = signer(KEY);

  private static TestSigner signer(String id) {
    return new TestSigner(id, Requests.DATE, "eu-central-1", "dynamodb");
  }

  private static WireRequest withToken() {
    return Requests.dynamoDb().adding("X-Amz-Security-Token", "a token");
  }

  private VerificationResult verify(WireRequest request) {
    return verifier.verify(request.head(), null, CLOCK);
  }

  @Test
  void withoutTheBodyThatWasSignedNothingIsCertain() {
    signer.show(keys);
    WireRequest request = signer.sign(withToken().without("x-amz-content-sha256"));

    assertThat(verify(request).signature()).isEqualTo(SignatureStatus.VALID);
    VerificationResult first = verify(request.withBody(null));
    assertThat(first.signature()).isEqualTo(SignatureStatus.UNVERIFIABLE);
    assertThat(first.observations())
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.rule()).isNull();
              assertThat(seen.reason())
                  .isEqualTo(
                      "the signature cannot be checked: no header holds the hash of the body,"
                          + " which is not in memory as a whole");
            });
    assertThat(verify(request.withBody(null)).observations()).as("said once").isEmpty();
    assertThat(verify(request.without("Content-Length")).observations())
        .as("another reason")
        .hasSize(1);
  }

  @Test
  void whyNothingIsCertainIsSaidOfEachKeyAndOfFewReasons() {
    TestSigner other = signer("ASIAOTHER0000000");
    signer.show(keys);
    other.show(keys);

    int said = 0;
    for (int i = 0; i < 100; i++) {
      WireRequest request = withToken().adding("proxy-" + i, "a");
      said += verify(signer.sign(request).withTarget("/x")).observations().size();
    }
    assertThat(said).isEqualTo(8);
    assertThat(verify(other.sign(withToken()).without("Host")).observations()).hasSize(1);
  }

  @Test
  void aLengthOrHostThatTheClientSetsLaterProvesNothing() {
    signer.show(keys);

    assertThat(verify(signer.sign(withToken()).without("Host")).signature())
        .isEqualTo(SignatureStatus.UNVERIFIABLE);
    assertThat(verify(signer.sign(withToken()).without("Content-Length")).signature())
        .isEqualTo(SignatureStatus.UNVERIFIABLE);
  }

  @Test
  void fiveSecretsOfOneKeyAreTooManyToBeSure() {
    for (byte i = 0; i < 5; i++) {
      byte[] wrong = new byte[32];
      wrong[0] = i;
      keys.add(KEY, "20261123", "eu-central-1", "dynamodb", wrong);
    }

    assertThat(verify(signer.sign(withToken())).signature())
        .isEqualTo(SignatureStatus.UNVERIFIABLE);
  }
}
