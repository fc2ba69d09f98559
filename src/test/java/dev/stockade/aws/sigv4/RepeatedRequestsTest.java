package dev.stockade.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.request.Requests;
import dev.stockade.aws.request.WireRequest;
import dev.stockade.policy.aws.SignatureStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is kept of one request for the next makes no other verdict. */
class RepeatedRequestsTest {
  private static final long CLOCK = Instant.parse("2026-11-23T20:25:01Z").toEpochMilli();
  private static final String TEMPORARY = "ASIAIOSFODNN7EXAMPLE";

  private final SigningKeys keys = new SigningKeys();
  private final SignatureVerifier verifier =
      new SignatureVerifier(keys, new SignedRequests(), null);

  private static TestSigner signer(String id, String service) {
    return new TestSigner(id, Requests.DATE, "eu-central-1", service);
  }

  private static WireRequest withToken() {
    return Requests.dynamoDb().adding("X-Amz-Security-Token", "a token");
  }

  private SignatureStatus verify(WireRequest request) {
    return verifier.verify(request.head(), null, CLOCK).signature();
  }

  @Test
  void listsCredentialsAndNamesMayTakeTurns() {
    List<WireRequest> requests = new ArrayList<>();
    for (TestSigner signer :
        List.of(
            signer(TEMPORARY, "dynamodb"), signer(TEMPORARY, "sqs"), signer("ASIAX", "dynamodb"))) {
      signer.show(keys);
      requests.add(signer.sign(withToken()));
      requests.add(signer.sign(withToken().adding("x-amz-meta-one", "1")));
      requests.add(signer.sign(withToken().adding("x-amz-meta-two", "1").adding("TE", "x")));
      requests.add(signer.sign(withToken().without("amz-sdk-request")));
    }
    for (int round = 0; round < 3; round++) {
      for (WireRequest request : requests) {
        assertThat(verify(request)).isEqualTo(SignatureStatus.VALID);
        assertThat(verify(inLowerCase(request))).isEqualTo(SignatureStatus.VALID);
        assertThat(verify(request.withTarget("/x"))).isNotEqualTo(SignatureStatus.VALID);
        assertThat(verify(request.adding("content-type", "a"))).isNotEqualTo(SignatureStatus.VALID);
        assertThat(verify(request.without("X-Amz-Target"))).isNotEqualTo(SignatureStatus.VALID);
      }
    }
  }

  private static WireRequest inLowerCase(WireRequest request) {
    List<WireRequest.Header> headers = new ArrayList<>();
    for (WireRequest.Header header : request.headers()) {
      headers.add(new WireRequest.Header(header.name().toLowerCase(Locale.ROOT), header.value()));
    }
    return new WireRequest(request.method(), request.target(), headers, request.body());
  }

  @Test
  void keysThatWereDroppedAreNotUsedAgain() {
    TestSigner signer = signer(TEMPORARY, "dynamodb");
    signer.show(keys);
    WireRequest request = signer.sign(withToken());
    assertThat(verify(request)).isEqualTo(SignatureStatus.VALID);

    keys.sweep(CLOCK + Duration.ofDays(3).toMillis());

    assertThat(verify(request)).isEqualTo(SignatureStatus.UNVERIFIABLE);
    signer.show(keys);
    assertThat(verify(request)).isEqualTo(SignatureStatus.VALID);
  }

  @Test
  void aSecondSecretOfTheSameScopeIsUsedToo() {
    TestSigner signer = signer(TEMPORARY, "dynamodb");
    keys.add(TEMPORARY, "20261123", "eu-central-1", "dynamodb", new byte[32]);
    WireRequest request = signer.sign(withToken());
    assertThat(verify(request)).isEqualTo(SignatureStatus.MISMATCH);

    signer.show(keys);

    assertThat(verify(request)).isEqualTo(SignatureStatus.VALID);
  }
}
