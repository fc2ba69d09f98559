package dev.stockade.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.TestData;
import dev.stockade.aws.keys.EcdsaKeys;
import dev.stockade.aws.keys.KeyDerivation;
import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.request.WireRequest;
import dev.stockade.policy.aws.SignatureStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What both SDKs sent through all their HTTP clients, and every single change of it. */
class SigV4CorpusTest {
  private static final Map<String, String> SECRETS =
      Map.of(
          "AKIALABLABLABLAB0001", "labsecretlabsecret+/labsecretlabsecret00",
          "ASIALABLABLABLAB0002", "sessionsecret+/sessionsecretsessionsecret",
          "ASIAEXPRESS000000001", "expresssecret/abcdefghijklmnop");

  private final SigningKeys keys = new SigningKeys();
  private final SignatureVerifier verifier =
      new SignatureVerifier(keys, new SignedRequests(), null);
  private final long clock = Instant.parse("2026-11-23T20:25:00Z").toEpochMilli();

  record Line(String expect, String variant, String name, WireRequest request) {}

  @Test
  void everyVerdictIsTheExpectedOne() throws IOException {
    List<Line> lines = lines();
    assertThat(lines).hasSizeGreaterThan(500);

    for (Line line : lines) {
      VerificationResult verification = verify(line.request());
      assertThat(verification.signature())
          .as("%s: %s", line.name(), verification.diagnosis())
          .matches(signature -> expected(line.expect()).contains(signature));
      if (line.variant().contains("hdr1")) {
        assertThat(verification.diagnosis()).contains("was signed as UTF-8");
        assertThat(verification.observations()).isNotEmpty();
      } else if (line.expect().equals("OK")) {
        assertThat(verification.diagnosis()).as(line.name()).isNull();
      }
    }
  }

  @Tag("exhaustive")
  @Test
  void noChangeIsValid() throws IOException {
    int changes = 0;
    for (Line line : lines()) {
      if (!line.expect().equals("OK")) {
        continue;
      }
      learn(line.request());
      for (Tampering.Change change : Tampering.of(line.request())) {
        SignatureStatus signature =
            verifier.verify(change.request().head(), null, clock).signature();
        assertThat(signature)
            .as("%s with another %s", line.name(), change.name())
            .isIn(change.verdicts());
        changes++;
      }
    }
    assertThat(changes).isGreaterThan(10_000);
  }

  private static List<SignatureStatus> expected(String expect) {
    return switch (expect) {
      case "OK" -> List.of(SignatureStatus.VALID, SignatureStatus.SKEWED, SignatureStatus.EXPIRED);
      case "OTHER_SCHEME" -> List.of(SignatureStatus.LEGACY);
      default -> Collections.singletonList(null);
    };
  }

  private VerificationResult verify(WireRequest request) {
    learn(request);
    return verifier.verify(request.head(), null, clock);
  }

  /** Knows what a signer would have shown. */
  private void learn(WireRequest request) {
    String authorization = request.header("Authorization");
    if (!request.isPresigned() && (authorization == null || !authorization.startsWith("AWS4-"))) {
      return;
    }
    String[] scope = request.credential().split("/", -1);
    String secret = SECRETS.get(scope[0]);
    if (scope.length == 4) {
      keys.addPublicKey(scope[0], EcdsaKeys.publicKey(scope[0], secret));
    } else {
      byte[] key = KeyDerivation.signingKey(secret, scope[1], scope[2], scope[3]);
      keys.add(scope[0], scope[1], scope[2], scope[3], key);
    }
  }

  private static List<Line> lines() throws IOException {
    List<Line> lines = new ArrayList<>();
    for (String text : Files.readAllLines(TestData.file("aws/sdk-requests.jsonl"))) {
      JsonObject json = JsonParser.parseString(text).getAsJsonObject();
      List<WireRequest.Header> headers = new ArrayList<>();
      for (JsonElement header : json.getAsJsonArray("headers")) {
        JsonArray pair = header.getAsJsonArray();
        headers.add(new WireRequest.Header(pair.get(0).getAsString(), pair.get(1).getAsString()));
      }
      JsonElement variant = json.get("variant");
      lines.add(
          new Line(
              json.get("expect").getAsString(),
              variant.isJsonNull() ? "" : variant.getAsString(),
              json.get("client").getAsString() + " " + json.get("case").getAsString(),
              new WireRequest(
                  json.get("method").getAsString(),
                  json.get("target").getAsString(),
                  headers,
                  body(json))));
    }
    return lines;
  }

  private static byte[] body(JsonObject json) throws IOException {
    JsonElement body = json.get("bodyGzipBase64");
    if (body == null || body.isJsonNull()) {
      return null;
    }
    byte[] zipped = Base64.getDecoder().decode(body.getAsString());
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return in.readAllBytes();
    }
  }
}
