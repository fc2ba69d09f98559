package dev.stockade.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.aws.keys.KeyDerivation;
import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.request.WireRequest;
import dev.stockade.policy.aws.SignatureStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the signers of both AWS SDKs sign is valid, and one change of it is not: seeded, thousands.
 */
@Tag("exhaustive")
class SdkSignersTest {
  private static final int REQUESTS = 4000;
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T20:25:00Z"), ZoneOffset.UTC);
  private static final List<String> SERVICES =
      List.of("dynamodb", "s3", "lambda", "sqs", "iotdata", "s3express");

  private final SigningKeys keys = new SigningKeys();
  private final SignatureVerifier verifier =
      new SignatureVerifier(keys, new SignedRequests(), null);

  @Test
  void whatTheSignerOfSdk2SignsIsValidAndOneChangeIsNot() {
    RandomRequests random = new RandomRequests(2);
    for (int i = 0; i < REQUESTS; i++) {
      String service = random.of(SERVICES);
      String id = random.chance(50) ? "AKIAIOSFODNN7EXAMPLE" : "ASIAIOSFODNN7EXAMPLE";
      SdkTwoSigner signer = new SdkTwoSigner(id, SECRET, service, CLOCK);
      check(random, "sdk 2, request " + i, id, service, signer.sign(random));
    }
  }

  @Test
  void whatTheSignerOfSdk1SignsIsValidAndOneChangeIsNot() {
    RandomRequests random = new RandomRequests(1);
    for (int i = 0; i < REQUESTS; i++) {
      String service = random.of(SERVICES);
      String id = random.chance(50) ? "AKIAIOSFODNN7EXAMPLE" : "ASIAIOSFODNN7EXAMPLE";
      SdkOneSigner signer = new SdkOneSigner(id, SECRET, service, CLOCK);
      check(random, "sdk 1, request " + i, id, service, signer.sign(random));
    }
  }

  private void check(
      RandomRequests random, String name, String id, String service, WireRequest request) {
    byte[] key = KeyDerivation.signingKey(SECRET, "20261123", "eu-central-1", service);
    keys.add(id, "20261123", "eu-central-1", service, key);
    VerificationResult verification = verifier.verify(request.head(), null, CLOCK.millis());
    assertThat(verification.signature())
        .as(
            "%s: %s %s %s",
            name, request.method(), request.target(), verification.diagnosis() + request.headers())
        .isEqualTo(SignatureStatus.VALID);

    Tampering.Change change = random.of(Tampering.of(request));
    assertThat(verifier.verify(change.request().head(), null, CLOCK.millis()).signature())
        .as("%s with another %s: %s", name, change.name(), request.target())
        .isIn(change.verdicts());
  }
}
