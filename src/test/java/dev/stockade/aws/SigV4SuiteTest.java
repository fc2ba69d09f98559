package dev.stockade.aws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.policy.SharedData;
import dev.stockade.policy.Signature;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The public suites of signed requests, and every single change of each of them. */
class SigV4SuiteTest {
  private static final String ID = "AKIDEXAMPLE";
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final long CLOCK = Instant.parse("2015-08-30T12:36:00Z").toEpochMilli();

  private final SigningKeys keys = new SigningKeys();
  private final SignatureVerifier verifier = new SignatureVerifier(keys, new SigningLog(), null);

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
    List<Path> vectors = files("v4", "-signed-request.txt");

    assertThat(vectors).hasSize(76).allSatisfy(this::isValidAndNoChangeOfItIs);
  }

  @Test
  void allOfTheAsymmetricSuiteIsValidAndNoChangeOfItIs() throws IOException {
    List<Path> vectors = files("v4a", "-signed-request.txt");

    assertThat(vectors).hasSize(76).allSatisfy(this::isValidAndNoChangeOfItIs);
  }

  @Test
  void theOldSuiteIsValidButForTheOneWithTheWrongSignature() throws IOException {
    List<Path> vectors = files("legacy-v4", ".sreq");
    assertThat(vectors).hasSize(34);

    assertThat(vectors)
        .filteredOn(file -> !file.endsWith("get-vanilla-with-session-token.sreq"))
        .hasSize(33)
        .allSatisfy(this::isValidAndNoChangeOfItIs);
    assertThat(vectors)
        .filteredOn(file -> file.endsWith("get-vanilla-with-session-token.sreq"))
        .singleElement()
        .satisfies(file -> assertThat(signature(read(file))).isEqualTo(Signature.MISMATCH));
  }

  @Test
  void thePublicKeyIsDerivedAsInTheSuite() throws IOException {
    JsonObject expected =
        JsonParser.parseString(
                Files.readString(SharedData.file("sigv4-suite/v4a/get-vanilla/public-key.json")))
            .getAsJsonObject();

    ECPublicKey key = (ECPublicKey) EcdsaKeys.publicKey(ID, SECRET);

    assertThat(key.getW().getAffineX())
        .isEqualTo(new BigInteger(expected.get("X").getAsString(), 16));
    assertThat(key.getW().getAffineY())
        .isEqualTo(new BigInteger(expected.get("Y").getAsString(), 16));
  }

  private void isValidAndNoChangeOfItIs(Path file) throws IOException {
    WireRequest request = read(file);
    Verification verification = verifier.verify(request.head(), null, CLOCK);
    assertThat(verification.signature())
        .as("%s %s", file.getFileName(), verification.diagnosis())
        .isEqualTo(Signature.VALID);
    for (Tampering.Change change : Tampering.of(request)) {
      assertThat(signature(change.request()))
          .as("%s with another %s", file, change.name())
          .isIn(change.verdicts());
    }
  }

  private Signature signature(WireRequest request) {
    return verifier.verify(request.head(), null, CLOCK).signature();
  }

  private static WireRequest read(Path file) throws IOException {
    return WireRequest.parse(Files.readString(file, ISO_8859_1));
  }

  private static List<Path> files(String suite, String end) throws IOException {
    try (Stream<Path> files = Files.walk(SharedData.file("sigv4-suite/" + suite))) {
      return files.filter(file -> file.getFileName().toString().endsWith(end)).sorted().toList();
    }
  }
}
