package dev.stockade.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.request.Requests;
import dev.stockade.aws.request.WireRequest;
import dev.stockade.policy.aws.SignatureStatus;
import dev.stockade.policy.rule.Rule;
import java.time.Instant;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What AWS always rejects by its form, and that no form whatever makes the verifier throw. */
class MalformedTest {
  private static final long CLOCK = Instant.parse("2026-11-23T20:25:01Z").toEpochMilli();

  private final SigningKeys keys = new SigningKeys();
  private final SignatureVerifier verifier =
      new SignatureVerifier(keys, new SignedRequests(), null);
  private final TestSigner signer =
      new TestSigner("ASIAIOSFODNN7EXAMPLE", Requests.DATE, "eu-central-1", "s3");

  MalformedTest() {
    signer.show(keys);
  }

  private WireRequest signed() {
    return signer.sign(Requests.dynamoDb().adding("X-Amz-Security-Token", "t"));
  }

  private WireRequest presigned() {
    return signer.presign(Requests.dynamoDb().withBody(null), 600, "UNSIGNED-PAYLOAD");
  }

  private void isMalformed(WireRequest request, String sentence) {
    VerificationResult verification = verifier.verify(request.head(), null, CLOCK);
    assertThat(verification.signature()).as(sentence).isEqualTo(SignatureStatus.MALFORMED);
    assertThat(verification.observations().get(0).rule()).isEqualTo(Rule.AWS_SIGNATURE_MALFORMED);
    assertThat(verification.diagnosis()).isEqualTo(sentence);
  }

  private WireRequest with(UnaryOperator<String> change) {
    return signed().with("Authorization", change);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Credential=\\S+ | | Credential is missing",
        "SignedHeaders=\\S+ | | SignedHeaders is missing",
        "Signature=\\S+ | | Signature is missing",
        "AWS4-HMAC-SHA256 | AWS4-HMAC-SHA512 | the algorithm is neither AWS4-HMAC-SHA256 nor"
            + " AWS4-ECDSA-P256-SHA256",
        "/eu-central-1/s3 | /s3 | the credential has fewer than 5 parts",
        "aws4_request | aws4 | the credential scope does not end with aws4_request",
        "Signature=. | Signature= | the signature has 63 characters, not 64",
        "Signature=. | Signature=G | the signature holds something else than lower-case hexadecimal"
            + " digits",
        "/20261123/ | /20261122/ | the day of the credential scope is not the day of X-Amz-Date",
        ";host; | ; | host is not among the signed headers"
      })
  void headerFormThatAwsRejects(String pattern, String replacement, String sentence) {
    String to = replacement == null ? "" : replacement;
    isMalformed(with(value -> value.replaceFirst(pattern, to)), sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Amz-Algorithm=[^&]+& | | X-Amz-Algorithm is missing",
        "X-Amz-SignedHeaders=[^&]+& | | X-Amz-SignedHeaders is missing",
        "&X-Amz-Signature=.* | | X-Amz-Signature is missing",
        "Expires=600 | Expires=0 | X-Amz-Expires is not between 1 and 604800 seconds",
        "Expires=600 | Expires=604801 | X-Amz-Expires is not between 1 and 604800 seconds",
        "Expires=600 | Expires=-1 | X-Amz-Expires is not a number of seconds",
        "Expires=600 | Expires=ten | X-Amz-Expires is not a number of seconds"
      })
  void queryFormThatAwsRejects(String pattern, String replacement, String sentence) {
    String to = replacement == null ? "" : replacement;
    WireRequest request = presigned();
    isMalformed(request.withTarget(request.target().replaceFirst(pattern, to)), sentence);
  }

  @Test
  void datesThatAwsRejects() {
    isMalformed(signed().without("X-Amz-Date"), "neither X-Amz-Date nor Date is sent");
    isMalformed(
        signed().with("X-Amz-Date", value -> "2026-11-23T20:25:00Z"),
        "X-Amz-Date is not of the form 20150830T123600Z");
  }

  @Test
  void twoSignaturesAreOneTooMany() {
    WireRequest both = signed().withTarget(presigned().target());
    isMalformed(both, "the header Authorization and the query both carry a signature");
  }

  @Test
  void noInputMakesItThrowOrValid() {
    Random random = new Random(7);
    WireRequest[] seeds = {signed(), presigned()};
    for (int i = 0; i < 20_000; i++) {
      WireRequest request = seeds[i % 2];
      if (i % 4 < 2) {
        request = request.withTarget(broken(random, request.target()));
      } else if (request.header("Authorization") != null) {
        request = request.with("Authorization", value -> broken(random, value));
      } else {
        request = request.with("Host", value -> broken(random, value));
      }
      VerificationResult verification = verifier.verify(request.head(), null, CLOCK);
      assertThat(verification.diagnosis()).isNotEqualTo("it could not be looked at");
    }
  }

  private static String broken(Random random, String text) {
    StringBuilder out = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0 && out.length() > 0; i--) {
      int at = random.nextInt(out.length());
      switch (random.nextInt(4)) {
        case 0 -> out.setCharAt(at, (char) random.nextInt(0x300));
        case 1 -> out.deleteCharAt(at);
        case 2 -> out.setLength(at);
        default -> out.insert(at, "%&=;/?,.+ \n\u20ac".charAt(random.nextInt(12)));
      }
    }
    return out.toString();
  }
}
