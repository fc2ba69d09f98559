package dev.stockade.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.stockade.aws.keys.CredentialHash;
import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Requests;
import dev.stockade.aws.request.WireRequest;
import dev.stockade.policy.aws.SignatureStatus;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking at the requests of a busy host must cost next to no garbage. */
class VerifyAllocationTest {
  private static final int CALLS = 20_000;
  private static final int MAX_OF_SIGNED = 150;
  private static final int MAX_WITH_SIGNING = 900;
  private static final long CLOCK = Instant.parse("2026-11-23T20:25:01Z").toEpochMilli();

  private final SigningKeys keys = new SigningKeys();
  private final SignedRequests log = new SignedRequests();
  private final SignatureVerifier verifier = new SignatureVerifier(keys, log, null);

  @Test
  void aRightSignatureCostsNearlyNothing() {
    TestSigner signer =
        new TestSigner("ASIAIOSFODNN7EXAMPLE", Requests.DATE, "eu-central-1", "dynamodb");
    signer.show(keys);
    WireRequest request = Requests.dynamoDb().adding("X-Amz-Security-Token", "t".repeat(400));
    RequestHead head = signer.sign(request).head();

    assertThat(bytesOf(head, SignatureStatus.VALID)).as("warm-up").isNotNegative();
    assertThat(bytesOf(head, SignatureStatus.VALID)).isLessThan((long) CALLS * MAX_OF_SIGNED);
  }

  @Test
  void neitherDoesOneThatItsSignerShowed() {
    TestSigner signer =
        new TestSigner("ASIAIOSFODNN7EXAMPLE", Requests.DATE, "eu-central-1", "dynamodb");
    signer.show(keys);
    RequestHead head =
        signer.sign(Requests.dynamoDb().adding("X-Amz-Security-Token", "t".repeat(400))).head();
    log.signed(signer.canonicalRequest(), signer.signature(), signer.signedAs());

    assertThat(bytesOf(head, SignatureStatus.VALID)).as("warm-up").isNotNegative();
    assertThat(bytesOf(head, SignatureStatus.VALID)).isLessThan((long) CALLS * MAX_OF_SIGNED);
  }

  /** One is compared as it was signed; of the other hashes are made, as it has a query. */
  @ParameterizedTest
  @ValueSource(strings = {"/", "/?a=1"})
  void norAllThatIsDoneFromSigningToSending(String target) {
    TestSigner signer =
        new TestSigner("ASIAIOSFODNN7EXAMPLE", Requests.DATE, "eu-central-1", "dynamodb");
    signer.show(keys);
    WireRequest request = Requests.dynamoDb().adding("X-Amz-Security-Token", "t".repeat(400));
    RequestHead head = signer.sign(request.withTarget(target)).head();
    CredentialHash credential = signer.signedAs();
    Runnable sign =
        () -> {
          log.sweep(true);
          log.signed(signer.canonicalRequest(), signer.signature(), credential);
        };

    assertThat(bytesOf(sign, head, SignatureStatus.VALID)).as("warm-up").isNotNegative();
    assertThat(bytesOf(sign, head, SignatureStatus.VALID))
        .isLessThan((long) CALLS * MAX_WITH_SIGNING);
  }

  @Test
  void aRequestWithoutSignatureCostsNothing() {
    RequestHead head = Requests.unsigned();

    assertThat(bytesOf(head, null)).as("warm-up").isNotNegative();
    // Less than one byte a call: the measurement itself may allocate a little.
    assertThat(bytesOf(head, null)).isLessThan(CALLS);
  }

  private long bytesOf(RequestHead head, SignatureStatus expected) {
    return bytesOf(() -> {}, head, expected);
  }

  private long bytesOf(Runnable before, RequestHead head, SignatureStatus expected) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    boolean good = true;
    long from = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < CALLS; i++) {
      before.run();
      good &= verifier.verify(head, null, CLOCK).signature() == expected;
    }
    long bytes = threads.getThreadAllocatedBytes(thread) - from;
    assertThat(good).isTrue();
    return bytes;
  }
}
