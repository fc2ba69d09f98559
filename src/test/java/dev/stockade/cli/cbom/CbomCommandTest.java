package dev.stockade.cli.cbom;

import static dev.stockade.cli.journal.SeenFacts.AUDIT;
import static dev.stockade.cli.journal.SeenFacts.GOOD;
import static dev.stockade.cli.journal.SeenFacts.STATIC_RSA;
import static dev.stockade.cli.journal.SeenFacts.aws;
import static dev.stockade.cli.journal.SeenFacts.in;
import static dev.stockade.cli.journal.SeenFacts.out;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.cli.Cli;
import dev.stockade.cli.journal.TestJournal;
import dev.stockade.policy.Policy;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.tls.CertificateChain;
import dev.stockade.policy.tls.CertificateFacts;
import dev.stockade.policy.tls.TlsFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cbom}, judged by CycloneDX's own schema. */
class CbomCommandTest {
  @TempDir private Path folder;

  @Test
  void whatWasUsedIsThereWithWhoUsedItAndHowOften() throws Exception {
    JsonObject bom =
        cbom(
            journal -> {
              journal.add(session("api.example", "TLSv1.3", "TLS_AES_256_GCM_SHA384", "x25519"));
              journal.add(session("api.example", "TLSv1.3", "TLS_AES_256_GCM_SHA384", "x25519"));
              journal.add(session("db", "TLSv1.2", "SSL_RSA_WITH_3DES_EDE_CBC_SHA", null));
              journal.add(in("TLSv1.2", GOOD));
              journal.add(aws("sqs.eu-west-1.amazonaws.com", Rule.AWS_UNSIGNED));
            });

    assertThat(names(bom))
        .contains(
            "TLSv1.2",
            "TLSv1.3",
            "AES-256-GCM",
            "HKDF-SHA-384",
            "x25519",
            "3DES-168-CBC",
            "HMAC-SHA-1",
            "RSA-PKCS1-1.5",
            "ECDHE");
    JsonObject tls13 = component(bom, "crypto/protocol/tls@1.3");
    JsonObject suite =
        tls13
            .getAsJsonObject("cryptoProperties")
            .getAsJsonObject("protocolProperties")
            .getAsJsonArray("cipherSuites")
            .get(0)
            .getAsJsonObject();
    assertThat(suite.toString())
        .contains(
            "\"identifiers\":[\"0x13\",\"0x02\"]",
            "\"tlsGroups\":[\"x25519\"]",
            "crypto/algorithm/AES-256-GCM");
    assertThat(tls13.getAsJsonObject("evidence").toString())
        .contains("\"location\":\"tls://api.example:443\"", "pass; allowed; count=2");
    assertThat(component(bom, "crypto/algorithm/3DES-168-CBC").toString())
        .contains(
            "\"symbol\":\"com.acme.Dao.load\"",
            "violation; would-block; count=1; jar=acme.jar",
            "\"classicalSecurityLevel\":112,\"nistQuantumSecurityLevel\":0");
    assertThat(bom.getAsJsonObject("metadata").toString())
        .contains(
            "\"bom-ref\":\"service/orders\"", "\"name\":\"stockade:handshakes\",\"value\":\"4\"");
    assertThat(bom.getAsJsonArray("services").toString())
        .contains(
            "tls://api.example:443", "https://sqs.eu-west-1.amazonaws.com", "\"group\":\"sqs\"");
  }

  @Test
  void whatWasRefusedIsNotInUse() throws Exception {
    JsonObject bom =
        cbom(
            new dev.stockade.policy.Policy.Builder()
                .mode(dev.stockade.policy.rule.Mode.ENFORCE)
                .build(),
            journal -> {
              journal.add(out("good", 443, "TLSv1.2", GOOD));
              journal.add(out("bad", 443, "TLSv1.2", STATIC_RSA));
            });
    assertThat(bom.toString()).doesNotContain("RSA-PKCS1-1.5", "bad");
    assertThat(bom.toString())
        .contains("{\"name\":\"stockade:refused-or-failed\",\"value\":\"1\"}");
  }

  @Test
  void certificatesAreAssetsOfThoseWhoShowThem() throws Exception {
    CertificateFacts certificate =
        new CertificateFacts.Builder("ab".repeat(32))
            .issued("CN=api.example", "CN=ca", "1f")
            .key("EC", 256, "secp256r1")
            .signatureAlgorithm("SHA256withRSA")
            .valid(1_700_000_000_000L, 1_900_000_000_000L)
            .build();
    TlsFacts facts =
        new TlsFacts.Builder(Direction.OUT)
            .peer("api.example", null, 443)
            .session("TLSv1.3", "TLS_AES_128_GCM_SHA256", false)
            .certificates(new CertificateChain(List.of(certificate)), null)
            .build();
    JsonObject bom = cbom(journal -> journal.add(facts));

    String ref = "crypto/certificate/" + "ab".repeat(32);
    assertThat(component(bom, ref).toString())
        .contains(
            "\"serialNumber\":\"1f\"",
            "\"subjectName\":\"CN=api.example\"",
            "\"notValidAfter\":\"2030-03-17T17:46:40.000Z\"",
            "crypto/algorithm/SHA256withRSA");
    assertThat(bom.getAsJsonArray("dependencies").toString())
        .contains("{\"ref\":\"destination/api.example:443\",\"dependsOn\":[\"" + ref + "\"");
  }

  @Test
  void everySuiteAndGroupThatIsRegisteredIsValid() throws Exception {
    List<String> groups =
        Words.of("algorithms.txt").stream()
            .filter(row -> row[0].equals("group"))
            .map(row -> row[1])
            .toList();
    JsonObject bom =
        cbom(
            journal -> {
              int next = 0;
              for (String[] row : Words.of("cipher-suites.txt")) {
                String suite = "TLS_" + row[1];
                String group = groups.get(next++ % groups.size());
                journal.add(
                    session("h", suite.contains("_WITH_") ? "TLSv1.2" : "TLSv1.3", suite, group));
              }
            });
    assertThat(Words.of("cipher-suites.txt")).hasSize(352);
    assertThat(names(bom)).contains("ML-KEM-768", "X25519MLKEM768", "ECDHE-brainpoolP256r1");
  }

  @Test
  void theSchemaFindsWhatIsWrong() throws Exception {
    String family =
        "{\"assetType\":\"algorithm\",\"algorithmProperties\":{\"algorithmFamily\":\"AESx\"}}";
    assertThat(
            CycloneDxSchema.errors(
                "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.7\",\"components\":[{\"type\":"
                    + "\"cryptographic-asset\",\"name\":\"a\",\"cryptoProperties\":"
                    + family
                    + "}]}"))
        .isNotEmpty();
  }

  @Test
  void theSameJournalsMakeTheSameFile() throws Exception {
    Path journal = folder.resolve("j.ndjson");
    fill(journal, AUDIT, one -> one.add(out("h", 443, "TLSv1.2", GOOD)));
    Path first = folder.resolve("first.json");
    assertThat(Cli.run("cbom", journal, "--to", first).exitCode()).isZero();
    Path second = folder.resolve("second.json");
    assertThat(Cli.run("cbom", journal, "--to", second).exitCode()).isZero();
    assertThat(second).hasSameBinaryContentAs(first);
    assertThat(Cli.run("cbom", journal).out()).isEqualTo(Files.readString(first));

    fill(journal, AUDIT, one -> one.add(out("h2", 443, "TLSv1.2", GOOD)));
    assertThat(Cli.run("cbom", journal).out())
        .doesNotContain(
            JsonParser.parseString(Files.readString(first))
                .getAsJsonObject()
                .get("serialNumber")
                .getAsString());
  }

  @Test
  void hostileNamesAreTextAndNothingElse() throws Exception {
    String odd = "a\"b\\c<script>/../%2e\u0000\u001b\u202e\ud800 \n";
    JsonObject bom =
        cbom(journal -> journal.add(session(odd, "TLSv9\ud800", "TLS_\"X", "g\ud800")));
    assertThat(bom.toString()).doesNotContain("\ud800 ");
  }

  @Test
  void aServiceMayBeChosenAndOneThatIsNotThereIsSaid() throws Exception {
    Path journal = folder.resolve("j.ndjson");
    fill(journal, AUDIT, one -> one.add(out("h", 443, "TLSv1.2", GOOD)));
    assertThat(Cli.run("cbom", journal, "--service", "orders").exitCode()).isZero();
    Cli none = Cli.run("cbom", journal, "--service", "other");
    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(none.err()).contains("of the service other is in these journals");
  }

  private static TlsFacts session(String host, String version, String suite, String group) {
    return new TlsFacts.Builder(Direction.OUT)
        .peer(host, null, 443)
        .session(version, suite, false)
        .keyExchange(group, 0)
        .build();
  }

  private JsonObject cbom(Consumer<TestJournal> facts) throws Exception {
    return cbom(AUDIT, facts);
  }

  /** A document that is valid by CycloneDX's schema, and closed. */
  private JsonObject cbom(Policy policy, Consumer<TestJournal> facts) throws Exception {
    Path journal = folder.resolve("j.ndjson");
    fill(journal, policy, facts);
    Cli cli = Cli.run("cbom", journal);
    assertThat(cli.exitCode()).describedAs("%s", cli).isZero();
    assertThat(CycloneDxSchema.errors(cli.out())).isEmpty();
    JsonObject bom = JsonParser.parseString(cli.out()).getAsJsonObject();
    assertThat(references(bom)).isSubsetOf(refs(bom));
    return bom;
  }

  private static void fill(Path file, Policy policy, Consumer<TestJournal> facts) {
    try (TestJournal journal = new TestJournal(file, policy)) {
      facts.accept(journal);
    }
  }

  private static JsonObject component(JsonObject bom, String ref) {
    for (JsonElement one : bom.getAsJsonArray("components")) {
      if (one.getAsJsonObject().get("bom-ref").getAsString().equals(ref)) {
        return one.getAsJsonObject();
      }
    }
    throw new AssertionError("no " + ref + " in " + bom);
  }

  private static List<String> names(JsonObject bom) {
    List<String> names = new ArrayList<>();
    bom.getAsJsonArray("components")
        .forEach(one -> names.add(one.getAsJsonObject().get("name").getAsString()));
    return names;
  }

  /** All that may be referred to, each of them once. */
  private static Set<String> refs(JsonObject bom) {
    List<String> refs = new ArrayList<>();
    refs.add(
        bom.getAsJsonObject("metadata").getAsJsonObject("component").get("bom-ref").getAsString());
    for (String list : List.of("components", "services")) {
      bom.getAsJsonArray(list)
          .forEach(one -> refs.add(one.getAsJsonObject().get("bom-ref").getAsString()));
    }
    assertThat(refs).doesNotHaveDuplicates();
    return new TreeSet<>(refs);
  }

  private static Set<String> references(JsonObject bom) {
    Set<String> all = new TreeSet<>();
    for (JsonElement one : bom.getAsJsonArray("dependencies")) {
      one.getAsJsonObject()
          .entrySet()
          .forEach(
              member -> {
                if (member.getValue().isJsonArray()) {
                  member.getValue().getAsJsonArray().forEach(ref -> all.add(ref.getAsString()));
                } else {
                  all.add(member.getValue().getAsString());
                }
              });
    }
    return all;
  }
}
