package dev.stockade.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.aws.keys.EnvironmentKeys;
import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.request.Requests;
import dev.stockade.aws.request.WireRequest;
import dev.stockade.policy.aws.CredentialType;
import dev.stockade.policy.aws.SignatureStatus;
import dev.stockade.policy.rule.Observation;
import dev.stockade.policy.rule.Rule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verdicts on requests that a signer of the tests signed. */
class SignatureVerifierTest {
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

  @Test
  void aRightSignatureWithTheKeyIsValidAndNothingIsToBeSaid() {
    signer.show(keys);

    VerificationResult verification = verify(signer.sign(withToken()));

    assertThat(verification.signature()).isEqualTo(SignatureStatus.VALID);
    assertThat(verification.credential()).isEqualTo(CredentialType.TEMPORARY);
    assertThat(verification.accessKeyEnd()).isEqualTo("MPLE");
    assertThat(verification.diagnosis()).isNull();
    assertThat(verification.observations()).isEmpty();
    assertThat(verify(signer.sign(withToken()))).as("shared").isSameAs(verification);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 16, 17, 33, 1024})
  void soIsOneOfSoManyParameters(int count) {
    signer.show(keys);
    String target =
        IntStream.range(0, count)
            .mapToObj(i -> "p" + (count - i) * 7919 % count + "=" + i % 3)
            .collect(Collectors.joining("&", "/?", ""));
    for (int i = 0; i < 2; i++) {
      assertThat(verify(signer.sign(withToken().withTarget(target))).diagnosis()).isNull();
      assertThat(verify(signer.sign(withToken())).signature()).isEqualTo(SignatureStatus.VALID);
    }
  }

  @Test
  void everyChangeOfItIsFound() {
    signer.show(keys);
    for (Tampering.Change change : Tampering.of(signer.sign(withToken()))) {
      assertThat(verify(change.request()).signature()).as(change.name()).isIn(change.verdicts());
    }
  }

  @Test
  void everyChangeOfAPresignedRequestIsFound() {
    TestSigner s3 = signer(TEMPORARY, "s3");
    s3.show(keys);
    WireRequest request =
        s3.presign(
            new WireRequest("GET", "/a%20b?x=1", withToken().headers(), null),
            600,
            "UNSIGNED-PAYLOAD");
    assertThat(verify(request).signature()).isEqualTo(SignatureStatus.VALID);
    for (Tampering.Change change : Tampering.of(request)) {
      assertThat(verify(change.request()).signature()).as(change.name()).isIn(change.verdicts());
    }
  }

  @Test
  void aLongTermKeyIsNoted() {
    TestSigner longTerm = signer(TestSigner.ID, "dynamodb");
    longTerm.show(keys);

    VerificationResult verification = verify(longTerm.sign(Requests.dynamoDb()));

    assertThat(verification.signature()).isEqualTo(SignatureStatus.VALID);
    assertThat(verification.credential()).isEqualTo(CredentialType.STATIC);
    assertThat(rules(verification)).containsExactly(Rule.AWS_CREDENTIALS_LONG_TERM);
  }

  @Test
  void aSignatureIsTheLoggedOneOnlyAsAWhole() {
    signer.show(keys);
    WireRequest request = signer.sign(withToken());
    log.signed(signer.canonicalRequest(), signer.signature(), signer.signedAs());
    String signature = signer.signature();
    String other = signature.substring(0, 63) + (signature.endsWith("0") ? '1' : '0');

    assertThat(verify(request).signature()).isEqualTo(SignatureStatus.VALID);
    assertThat(
            verify(request.with("Authorization", value -> value.replace(signature, other)))
                .signature())
        .isEqualTo(SignatureStatus.MISMATCH);
  }

  @Test
  void withoutAKeyWhatASignerSignedIsValidAndWhatWasChangedIsNamed() {
    WireRequest request = signer.sign(withToken().adding("traceparent", "00-1-1-01"));
    log.signed(signer.canonicalRequest(), signer.signature(), signer.signedAs());

    assertThat(verify(request).signature()).isEqualTo(SignatureStatus.VALID);
    assertThat(verify(request.with("traceparent", value -> "00-2-2-01")).diagnosis())
        .isEqualTo("header `traceparent` was changed after signing");
    assertThat(verify(request.adding("traceparent", "00-2-2-01")).diagnosis())
        .isEqualTo("header `traceparent` was changed or sent once more after signing");
    assertThat(verify(request.without("traceparent")).diagnosis())
        .isEqualTo("header `traceparent` was removed after signing");
    assertThat(verify(request.withTarget("/other")).diagnosis())
        .isEqualTo("the path was changed after signing");
    assertThat(verify(request.withTarget("/?a=b")).diagnosis())
        .isEqualTo("the query was changed after signing");
    assertThat(verify(request.withMethod("PUT")).diagnosis())
        .isEqualTo("the method was changed after signing");
    assertThat(verify(request.with("Host", value -> "sqs.amazonaws.com")).diagnosis())
        .isEqualTo("the host was changed after signing");
    assertThat(verify(request.with("Authorization", v -> v.replace("central", "west"))).diagnosis())
        .isEqualTo("the credential scope or the date was changed after signing");
    assertThat(verify(request.withMethod("PUT")).observations())
        .singleElement()
        .extracting(Observation::rule)
        .isEqualTo(Rule.AWS_SIGNATURE_MISMATCH);
  }

  @Test
  void withNeitherKeyNorSignerItIsUnverifiableAndSaidOnce() {
    VerificationResult first = verify(signer.sign(withToken()));
    VerificationResult second = verify(signer.sign(withToken()));

    assertThat(first.signature()).isEqualTo(SignatureStatus.UNVERIFIABLE);
    assertThat(rules(first)).hasSize(1).containsOnlyNulls();
    assertThat(second.signature()).isEqualTo(SignatureStatus.UNVERIFIABLE);
    assertThat(second.observations()).isEmpty();
  }

  @Test
  void whatTheEnvironmentHoldsIsUsedWhenNoSignerShowedAKey() {
    SignatureVerifier other =
        new SignatureVerifier(
            keys,
            log,
            new EnvironmentKeys(
                name -> null,
                name ->
                    name.equals("aws.accessKeyId")
                        ? TEMPORARY
                        : name.equals("aws.secretKey") ? TestSigner.SECRET : null));

    WireRequest request = signer.sign(withToken());
    assertThat(other.verify(request.head(), null, CLOCK).signature())
        .isEqualTo(SignatureStatus.VALID);
    assertThat(other.verify(request.withTarget("/x").head(), null, CLOCK).signature())
        .isEqualTo(SignatureStatus.MISMATCH);
  }

  @Test
  void aPathEncodedOnceIsValidAndTheCauseIsSaid() {
    // Signed as S3 would be, which encodes once.
    TestSigner s3 = signer(TEMPORARY, "s3");
    WireRequest once = s3.sign(withToken().withTarget("/arn%3Aaws/x"));
    assertThat(once).isNotNull();
    log.signed(s3.canonicalRequest(), s3.signature(), null);
    WireRequest lambda = once.with("Authorization", value -> value.replace("/s3/", "/lambda/"));

    VerificationResult verification = verify(lambda);

    assertThat(verification.signature()).isEqualTo(SignatureStatus.VALID);
    assertThat(verification.diagnosis()).contains("percent-encoded once");
  }

  @Test
  void textThatIsNoAsciiIsSignedAsUtf8AndNoted() {
    TestSigner s3 = signer(TEMPORARY, "s3");
    s3.show(keys);

    VerificationResult verification = verify(s3.sign(withToken().adding("x-amz-meta-n", "café")));

    assertThat(verification.signature()).isEqualTo(SignatureStatus.VALID);
    assertThat(verification.diagnosis()).contains("`x-amz-meta-n` was signed as UTF-8");
    assertThat(rules(verification)).containsOnlyNulls().hasSize(1);
  }

  @Test
  void aHeaderThatS3WantsSignedIsNoted() {
    TestSigner s3 = signer(TEMPORARY, "s3");
    s3.show(keys);

    VerificationResult verification = verify(s3.sign(withToken()).adding("x-amz-acl", "private"));

    assertThat(verification.signature()).isEqualTo(SignatureStatus.VALID);
    assertThat(verification.diagnosis()).contains("`x-amz-acl` is sent and not signed");
    assertThat(rules(verification)).containsOnlyNulls().hasSize(1);
  }

  @Test
  void anotherBodyThanTheOneOfTheSignedHashIsAMismatch() {
    signer.show(keys);
    WireRequest request = signer.sign(withToken());
    byte[] other = request.body().clone();
    other[0]++;

    assertThat(verify(request.withBody(other)).signature()).isEqualTo(SignatureStatus.MISMATCH);
    assertThat(verify(request.withBody(new byte[3])).signature())
        .as("a body that is perhaps not the whole one")
        .isEqualTo(SignatureStatus.VALID);
  }

  @Test
  void aWrongSecretIsAMismatchAndNoSecretIsShown() {
    byte[] wrong = "another secret that is 32 bytes ".getBytes(StandardCharsets.US_ASCII);
    keys.add(TEMPORARY, "20261123", "eu-central-1", "dynamodb", wrong);
    WireRequest request = signer.sign(withToken());

    VerificationResult verification = verify(request);

    assertThat(verification.signature()).isEqualTo(SignatureStatus.MISMATCH);
    assertThat(verification.diagnosis())
        .doesNotContain(request.signature(), TEMPORARY, "a token")
        .contains("another secret signed it");
  }

  @Test
  void whatCarriesNoSignatureIsNotJudged() {
    assertThat(verify(Requests.dynamoDb()).signature()).isNull();
    assertThat(verify(Requests.dynamoDb()).credential()).isEqualTo(CredentialType.NONE);
    VerificationResult bearer = verify(Requests.dynamoDb().adding("Authorization", "Bearer x"));
    assertThat(bearer.signature()).isNull();
    assertThat(bearer.credential()).isEqualTo(CredentialType.OTHER);
  }

  @ParameterizedTest
  @CsvSource({"AWS AKIAIOSFODNN7EXAMPLE:x=, /", ", /?AWSAccessKeyId=AKIA&Expires=1&Signature=x"})
  void versionTwoIsLegacy(String authorization, String target) {
    WireRequest request = Requests.dynamoDb().withTarget(target);
    if (authorization != null) {
      request = request.adding("Authorization", authorization);
    }

    assertThat(verify(request).signature()).isEqualTo(SignatureStatus.LEGACY);
    assertThat(rules(verify(request))).containsExactly(Rule.AWS_SIGNATURE_LEGACY);
  }
}
