package dev.stockade.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.aws.endpoint.Endpoint;
import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.request.Requests;
import dev.stockade.aws.request.WireRequest;
import dev.stockade.policy.aws.SignatureStatus;
import dev.stockade.policy.rule.Observation;
import dev.stockade.policy.rule.Rule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What AWS may object to although the signature is right: said, and never called wrong. */
class ScopeAndClockTest {
  private static final long CLOCK = Instant.parse("2026-11-23T20:25:01Z").toEpochMilli();
  private static final String TEMPORARY = "ASIAIOSFODNN7EXAMPLE";

  private final SigningKeys keys = new SigningKeys();
  private final SignedRequests log = new SignedRequests();
  private final SignatureVerifier verifier = new SignatureVerifier(keys, log, null);
  private final TestSigner signer = signer(TEMPORARY, "dynamodb");

  private TestSigner signer(String id, String service) {
    return new TestSigner(id, Requests.DATE, "eu-central-1", service);
  }

  private static WireRequest withToken() {
    return Requests.dynamoDb().adding("X-Amz-Security-Token", "a token");
  }

  private VerificationResult verify(WireRequest request) {
    return verifier.verify(request.head(), null, CLOCK);
  }

  private static List<Rule> rules(VerificationResult verification) {
    return verification.observations().stream().map(Observation::rule).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T20:25:00Z, VALID",
    "2026-11-23T20:29:00Z, VALID",
    "2026-11-23T20:31:00Z, SKEWED",
    "2026-11-23T20:19:00Z, SKEWED"
  })
  void aDateFarFromTheClockIsSkewedAndNeverWrong(Instant now, SignatureStatus expected) {
    signer.show(keys);

    VerificationResult verification =
        verifier.verify(signer.sign(withToken()).head(), null, now.toEpochMilli());

    assertThat(verification.signature()).isEqualTo(expected);
    assertThat(rules(verification).contains(Rule.AWS_SIGNATURE_SKEW))
        .isEqualTo(expected == SignatureStatus.SKEWED);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T20:34:59Z, VALID",
    "2026-11-23T20:35:01Z, EXPIRED",
    "2026-11-23T20:11:00Z, VALID",
    "2026-11-23T20:09:00Z, SKEWED"
  })
  void aPresignedRequestEndsAfterItsTime(Instant now, SignatureStatus expected) {
    TestSigner s3 = signer(TEMPORARY, "s3");
    s3.show(keys);
    WireRequest request =
        s3.presign(
            new WireRequest("GET", "/key", withToken().headers(), null), 600, "UNSIGNED-PAYLOAD");

    assertThat(verifier.verify(request.head(), null, now.toEpochMilli()).signature())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "eu-central-1, dynamodb, VALID",
    "eu-west-1, dynamodb, OUT_OF_SCOPE",
    "eu-central-1, sqs, OUT_OF_SCOPE",
    ", dynamodb, VALID",
    "eu-west-1, , VALID"
  })
  void anotherScopeThanTheHostsIsOutOfScope(String region, String name, SignatureStatus expected) {
    signer.show(keys);
    Endpoint endpoint = new Endpoint(Endpoint.Kind.API, "aws", name, region, name, false);

    VerificationResult verification =
        verifier.verify(signer.sign(withToken()).head(), endpoint, CLOCK);

    assertThat(verification.signature()).isEqualTo(expected);
  }

  @Test
  void aTokenThatDoesNotGoWithTheKeyIsSaid() {
    signer.show(keys);
    TestSigner longTerm = signer(TestSigner.ID, "dynamodb");
    longTerm.show(keys);

    assertThat(rules(verify(signer.sign(Requests.dynamoDb()))))
        .containsExactly(Rule.AWS_SIGNATURE_TOKEN);
    assertThat(rules(verify(longTerm.sign(withToken()))))
        .containsExactly(Rule.AWS_SIGNATURE_TOKEN, Rule.AWS_CREDENTIALS_LONG_TERM);
  }
}
