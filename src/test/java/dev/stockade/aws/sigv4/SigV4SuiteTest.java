package dev.stockade.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.TestData;
import dev.stockade.aws.keys.EcdsaKeys;
import dev.stockade.aws.keys.KeyDerivation;
import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.request.WireRequest;
import dev.stockade.policy.aws.SignatureStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The public suites of signed requests, and every single change of each of them. */
class SigV4SuiteTest {
  private static final String ID = "AKIDEXAMPLE";
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final long CLOCK = Instant.parse("2015-08-30T12:36:00Z").toEpochMilli();

  private final SigningKeys keys = new SigningKeys();
  private final SignatureVerifier verifier =
      new SignatureVerifier(keys, new SignedRequests(), null);

  SigV4SuiteTest() {
    keys.add(
        ID,
        "20150830",
        "us-east-1",
        "service",
        KeyDerivation.signingKey(SECRET, "20150830", "us-east-1", "service"));
    keys.addPublicKey(ID, EcdsaKeys.publicKey(ID, SECRET));
  }

  @Test
  void allOfTheNewSuiteIsValidAndNoChangeOfItIs() throws IOException {
    assertThat(vectors("sigv4-suite")).hasSize(76).allSatisfy(this::isValidAndNoChangeOfItIs);
  }

  @Tag("exhaustive")
  @Test
  void allOfTheAsymmetricSuiteIsValidAndNoChangeOfItIs() throws IOException {
    assertThat(vectors("sigv4a-suite")).hasSize(76).allSatisfy(this::isValidAndNoChangeOfItIs);
  }

  @Test
  void theOldSuiteIsValidButForTheOneWithTheWrongSignature() throws IOException {
    List<Vector> vectors = vectors("sigv4-suite-2019");
    assertThat(vectors).hasSize(34);

    assertThat(vectors)
        .filteredOn(vector -> !vector.name.equals("get-vanilla-with-session-token"))
        .hasSize(33)
        .allSatisfy(this::isValidAndNoChangeOfItIs);
    assertThat(vectors)
        .filteredOn(vector -> vector.name.equals("get-vanilla-with-session-token"))
        .singleElement()
        .satisfies(
            vector -> assertThat(signature(vector.request)).isEqualTo(SignatureStatus.MISMATCH));
  }

  @Test
  void thePublicKeyIsDerivedAsInTheSuite() {
    ECPublicKey key = (ECPublicKey) EcdsaKeys.publicKey(ID, SECRET);

    assertThat(key.getW().getAffineX().toString(16))
        .isEqualTo("b6618f6a65740a99e650b33b6b4b5bd0d43b176d721a3edfea7e7d2d56d936b1");
    assertThat(key.getW().getAffineY().toString(16))
        .isEqualTo("865ed22a7eadc9c5cb9d2cbaca1b3699139fedc5043dc6661864218330c8e518");
  }

  private void isValidAndNoChangeOfItIs(Vector vector) {
    VerificationResult verification = verifier.verify(vector.request.head(), null, CLOCK);
    assertThat(verification.signature())
        .as("%s %s", vector.name, verification.diagnosis())
        .isEqualTo(SignatureStatus.VALID);
    for (Tampering.Change change : Tampering.of(vector.request)) {
      assertThat(signature(change.request()))
          .as("%s with another %s", vector.name, change.name())
          .isIn(change.verdicts());
    }
  }

  private SignatureStatus signature(WireRequest request) {
    return verifier.verify(request.head(), null, CLOCK).signature();
  }

  private static List<Vector> vectors(String suite) throws IOException {
    try (Stream<String> lines = Files.lines(TestData.file("aws/" + suite + ".jsonl"))) {
      return lines.map(Vector::parse).toList();
    }
  }

  private record Vector(String name, WireRequest request) {
    static Vector parse(String line) {
      JsonObject json = JsonParser.parseString(line).getAsJsonObject();
      return new Vector(
          json.get("case").getAsString(), WireRequest.parse(json.get("request").getAsString()));
    }
  }
}
