package dev.stockade.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Requests;
import dev.stockade.aws.request.Transport;
import dev.stockade.aws.request.WireRequest;
import dev.stockade.policy.aws.SignatureStatus;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTTP/2 requests that have a header {@code Host} beside {@code :authority}. */
class HostAndAuthorityTest {
  private static final long CLOCK = Instant.parse("2026-11-23T20:25:01Z").toEpochMilli();
  private static final String SIGNED = "dynamodb.eu-central-1.amazonaws.com";

  private final SigningKeys keys = new SigningKeys();
  private final TestSigner signer =
      new TestSigner("ASIAIOSFODNN7EXAMPLE", Requests.DATE, "eu-central-1", "dynamodb");

  @ParameterizedTest
  @CsvSource({
    "dynamodb.eu-central-1.amazonaws.com,     internal.example:8443,                   VALID",
    "internal.example:8443,                   dynamodb.eu-central-1.amazonaws.com,     VALID",
    "internal.example:8443,                   dynamodb.eu-central-1.amazonaws.com:443, VALID",
    "dynamodb.eu-central-1.amazonaws.com:443, internal.example:8443,                   VALID",
    "dynamodb.eu-central-1.amazonaws.com,     dynamodb.eu-central-1.amazonaws.com,     VALID",
    "internal.example:8443,                   other.example,                           MISMATCH",
    "internal.example:8443,                   ,                                        MISMATCH",
  })
  void anyOfTheTwoThatMakesTheSignatureRightMakesItRight(
      String host, String authority, SignatureStatus expected) {
    signer.show(keys);
    WireRequest signed = signer.sign(Requests.dynamoDb().adding("X-Amz-Security-Token", "a token"));
    assertThat(signed.header("Host")).isEqualTo(SIGNED);
    WireRequest sent = signed.with("Host", value -> host);
    RequestHead head =
        new RequestHead().begin(Transport.TLS, sent.method(), sent.target(), authority);
    sent.headers().forEach(header -> head.header(header.name(), header.value()));
    head.body(sent.body());

    SignatureVerifier verifier = new SignatureVerifier(keys, new SignedRequests(), null);

    assertThat(verifier.verify(head, null, CLOCK).signature()).isEqualTo(expected);
  }
}
