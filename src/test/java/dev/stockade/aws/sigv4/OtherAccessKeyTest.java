package dev.stockade.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.aws.keys.CredentialHash;
import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.request.Requests;
import dev.stockade.aws.request.WireRequest;
import dev.stockade.policy.aws.SignatureStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The access key id is no part of what is signed: it is compared with that of the signer. */
class OtherAccessKeyTest {
  private static final long CLOCK = Instant.parse("2026-11-23T20:25:01Z").toEpochMilli();
  private static final String TEMPORARY = "ASIAIOSFODNN7EXAMPLE";

  private final SigningKeys keys = new SigningKeys();
  private final SignedRequests log = new SignedRequests();
  private final SignatureVerifier verifier = new SignatureVerifier(keys, log, null);
  private final TestSigner signer =
      new TestSigner(TEMPORARY, Requests.DATE, "eu-central-1", "dynamodb");

  @Test
  void whatIsSentAsThatOfAnotherAccessKeyIdIsNotWhatWasSigned() {
    String other = "ASIAIOSFODNN7EXAMPLF";
    WireRequest request = signer.sign(withToken());
    log.signed(signer.canonicalRequest(), signer.signature(), signer.signedAs());
    WireRequest changed =
        request.with("Authorization", value -> value.replace(TEMPORARY + "/", other + "/"));

    VerificationResult unknown = verify(changed);
    assertThat(unknown.signature()).isEqualTo(SignatureStatus.UNVERIFIABLE);
    assertThat(unknown.diagnosis()).startsWith("the access key id is not the one");

    keys.add(other, "20261123", "eu-central-1", "dynamodb", new byte[32]);
    assertThat(verify(changed).signature()).isEqualTo(SignatureStatus.MISMATCH);
    assertThat(verify(changed).diagnosis())
        .isEqualTo("the access key id was changed after signing");
    assertThat(verify(request).signature()).isEqualTo(SignatureStatus.VALID);
  }

  @Test
  void blanksAroundAConfiguredAccessKeyIdAreNotSent() {
    WireRequest request = signer.sign(withToken());
    CredentialHash signedAs = CredentialHash.of(" " + TEMPORARY + "\n/" + signer.scope());
    log.signed(signer.canonicalRequest(), signer.signature(), signedAs);

    assertThat(verify(request).signature()).isEqualTo(SignatureStatus.VALID);
  }

  private static WireRequest withToken() {
    return Requests.dynamoDb().adding("X-Amz-Security-Token", "a token");
  }

  private VerificationResult verify(WireRequest request) {
    return verifier.verify(request.head(), null, CLOCK);
  }
}
