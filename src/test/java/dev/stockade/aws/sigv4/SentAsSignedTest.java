package dev.stockade.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.aws.keys.SignedRequest;
import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.request.Requests;
import dev.stockade.aws.request.WireRequest;
import dev.stockade.aws.text.ByteBuilder;
import dev.stockade.aws.text.CharSlice;
import dev.stockade.policy.aws.SignatureStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A request that is compared with what was signed, as long as that is kept, gets no other verdict.
 */
class SentAsSignedTest {
  private static final long CLOCK = Instant.parse("2026-11-23T20:25:01Z").toEpochMilli();

  private final TestSigner dynamoDb =
      new TestSigner("ASIAIOSFODNN7EXAMPLE", Requests.DATE, "eu-central-1", "dynamodb");
  private final TestSigner s3 =
      new TestSigner("ASIAIOSFODNN7EXAMPLE", Requests.DATE, "eu-central-1", "s3");

  /** Whether what was signed is kept for a moment, and whether the key is known. */
  private static final class Case {
    final SigningKeys keys = new SigningKeys();
    final SignedRequests log = new SignedRequests();
    final SignatureVerifier verifier = new SignatureVerifier(keys, log, null);
    final TestSigner signer;

    Case(TestSigner signer, boolean swept, boolean key) {
      this.signer = signer;
      if (swept) {
        log.sweep(true);
      }
      if (key) {
        signer.show(keys);
      }
      log.signed(signer.canonicalRequest(), signer.signature(), signer.signedAs());
    }

    VerificationResult verify(WireRequest request) {
      return verifier.verify(request.head(), null, CLOCK);
    }

    SignedRequest logged() {
      return log.find(new CharSlice().set(signer.signature()));
    }
  }

  private static WireRequest item() {
    return Requests.dynamoDb().adding("X-Amz-Security-Token", "a token");
  }

  private static WireRequest object() {
    return WireRequest.parse("GET /bucket/a.b/c~d HTTP/1.1\n\n")
        .adding("Host", "s3.eu-central-1.amazonaws.com")
        .adding("x-amz-security-token", "a token")
        .adding("x-amz-content-sha256", "UNSIGNED-PAYLOAD");
  }

  private static WireRequest withoutHash() {
    return item().without("x-amz-content-sha256");
  }

  @Test
  void whatWasSignedIsForgottenWhenItWasSeenToBeSent() {
    WireRequest request = dynamoDb.sign(item());
    Case known = new Case(dynamoDb, true, true);
    assertThat(known.logged().text()).isEqualTo(dynamoDb.canonicalRequest());

    assertThat(known.verify(request).signature()).isEqualTo(SignatureStatus.VALID);

    assertThat(known.logged()).as("for the collector to copy").isNull();
    assertThat(known.verify(request).signature()).isEqualTo(SignatureStatus.VALID);
  }

  @Test
  void whereTheSignerAloneKnowsThePayloadItsHashStays() {
    WireRequest request = dynamoDb.sign(withoutHash());
    Case known = new Case(dynamoDb, true, true);

    assertThat(known.verify(request).signature()).isEqualTo(SignatureStatus.VALID);

    assertThat(known.logged().text()).isNull();
    assertThat(known.logged().payloadHash()).hasSize(64);
    assertThat(known.logged().isComparable(new ByteBuilder())).as("no hash was needed").isFalse();
  }

  @Test
  void withoutAKeyItsHashesStay() {
    WireRequest request = dynamoDb.sign(item());
    Case unknown = new Case(dynamoDb, true, false);

    assertThat(unknown.verify(request).signature()).isEqualTo(SignatureStatus.VALID);

    assertThat(unknown.logged().text()).isNull();
    assertThat(unknown.logged().isComparable(new ByteBuilder())).isTrue();
  }

  @Test
  void whatIsSentOnceMoreIsJudgedOnceMore() {
    for (boolean key : new boolean[] {true, false}) {
      WireRequest request = dynamoDb.sign(withoutHash());
      Case sent = new Case(dynamoDb, true, key);
      WireRequest streamed = request.withBody(null);
      for (int i = 0; i < 3; i++) {
        assertThat(sent.verify(streamed).signature()).isEqualTo(SignatureStatus.VALID);
      }
      WireRequest changed = streamed.with("amz-sdk-request", value -> value + "x");
      assertThat(sent.verify(changed).signature()).isEqualTo(SignatureStatus.MISMATCH);
      assertThat(sent.verify(streamed).signature()).isEqualTo(SignatureStatus.VALID);
    }
  }

  @Test
  void everyChangeGetsTheVerdictThatItGetsByHashes() {
    checkChanges(dynamoDb, item());
    checkChanges(dynamoDb, withoutHash());
    checkChanges(dynamoDb, item().without("X-Amz-Security-Token"));
    checkChanges(s3, object());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/", "//", "/a//b", "/.", "/a/../b", "/a/.b", "/a b", "/a%20b", "/%7Ea", "/a+b", "/a?",
        "/?a", "/?a=b", "/a;b", "/a:b", "/é", "",
      })
  void soDoesEachPath(String path) {
    check(dynamoDb, item().withTarget(path));
    check(s3, object().withTarget(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " a",
        "a ",
        "a b",
        "a  b",
        "a\tb",
        "a\u000bb",
        "é",
        "\u0161",
        "a\u0000",
        "a:b"
      })
  void soDoesEachValue(String value) {
    check(dynamoDb, item().adding("x-amz-meta-one", value));
    check(dynamoDb, item().adding("x-amz-meta-one", value).adding("A", value));
  }

  @Test
  void soDoOddSigners() {
    WireRequest request = dynamoDb.sign(item());
    String text = dynamoDb.canonicalRequest();
    for (String odd :
        List.of(
            text.replace("host:", "Host:"),
            text.replace("\nhost:", "\nhost: "),
            text.replace("attempt=1; max", "attempt=1;  max"),
            text.replace("content-type;", "Content-Type;"),
            text + "x",
            text.substring(0, text.length() - 1),
            text.replaceFirst("host:.*\n", ""),
            "POST\n/\n",
            "\n\n\n\n",
            "")) {
      assertThat(status(odd, request, true)).as(odd).isEqualTo(status(odd, request, false));
    }
  }

  private SignatureStatus status(String text, WireRequest request, boolean swept) {
    SignedRequests log = new SignedRequests();
    log.sweep(swept);
    log.signed(text, dynamoDb.signature(), dynamoDb.signedAs());
    return new SignatureVerifier(new SigningKeys(), log, null)
        .verify(request.head(), null, CLOCK)
        .signature();
  }

  private void check(TestSigner signer, WireRequest unsigned) {
    WireRequest request = signer.sign(unsigned);
    same(signer, request);
    same(signer, request.withBody(null));
    same(signer, request.adding("Accept", "a".repeat(20_000)));
    same(signer, request.adding("X-Amz-Meta-Unsigned", "1"));
  }

  private void checkChanges(TestSigner signer, WireRequest unsigned) {
    WireRequest request = signer.sign(unsigned);
    same(signer, request);
    for (Tampering.Change change : Tampering.of(request)) {
      same(signer, change.request());
    }
  }

  private void same(TestSigner signer, WireRequest sent) {
    for (boolean key : new boolean[] {true, false}) {
      VerificationResult kept = new Case(signer, true, key).verify(sent);
      VerificationResult hashed = new Case(signer, false, key).verify(sent);

      assertThat(kept.signature()).isEqualTo(hashed.signature());
      assertThat(kept.diagnosis()).isEqualTo(hashed.diagnosis());
      assertThat(kept.observations()).usingRecursiveComparison().isEqualTo(hashed.observations());
    }
  }
}
