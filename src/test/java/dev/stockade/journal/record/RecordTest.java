package dev.stockade.journal.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.base.Clock;
import dev.stockade.base.ProcessNames;
import dev.stockade.journal.Event;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.JournalSettings;
import dev.stockade.journal.Samples;
import dev.stockade.journal.SeenCertificate;
import dev.stockade.journal.TestOwner;
import dev.stockade.journal.TestRecorder;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.tls.CertificateChain;
import dev.stockade.policy.tls.CertificateFacts;
import dev.stockade.policy.tls.ClientAuth;
import dev.stockade.policy.tls.Offer;
import dev.stockade.policy.tls.Profiles;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.policy.tls.TlsPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordTest {
  @TempDir Path folder;

  @Test
  void hasTheFieldsOfTheDesignInItsOrder() throws IOException {
    Path file = folder.resolve("a.ndjson");
    record(
        new TestOwner(Samples.settings(file))
            .sharing(new ConcurrentHashMap<>(Map.of("process", "00112233445566aa"))),
        Samples.violation("db.internal"));
    assertThat(Files.readAllLines(file).get(1))
        .isEqualTo(
            "{\"time\":\"2026-11-23T18:45:00.123Z\",\"kind\":\"tls.handshake\",\"seq\":2,"
                + "\"mode\":\"audit\",\"verdict\":\"violation\",\"action\":\"would-block\","
                + "\"rules\":[\"tls.min-version\"],\"rule\":\"tls.min-version\","
                + "\"reason\":\"server chose TLSv1.1, profile aws-outposts needs TLSv1.2\","
                + "\"findings\":[{\"rule\":\"tls.min-version\","
                + "\"reason\":\"server chose TLSv1.1, profile aws-outposts needs TLSv1.2\"}],"
                + "\"direction\":\"out\",\"peer\":{\"host\":\"db.internal\",\"ip\":\"10.0.0.7\","
                + "\"port\":1433,\"sni\":\"db.internal\"},\"tls\":{\"version\":\"TLSv1.1\","
                + "\"cipher\":\"TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA\",\"group\":\"secp256r1\","
                + "\"resumed\":false,\"provider\":\"SunJSSE\",\"engine\":\"SSLSocket\"},"
                + "\"code\":{\"class\":\"com.acme.Dao\",\"method\":\"load\","
                + "\"jar\":\"acme-dao-1.4.jar\"},"
                + "\"policy\":{\"profile\":\"aws-outposts\",\"digest\":\""
                + Profiles.named("aws-outposts").digest()
                + "\"},"
                + "\"service\":\"orders\",\"instance\":\"host-1\",\"pid\":"
                + ProcessHandle.current().pid()
                + ",\"process\":\"00112233445566aa\",\"stockade\":\"0.1.0\"}");
  }

  @Test
  void leavesOutWhatIsUnknown() throws IOException {
    Path file = folder.resolve("b.ndjson");
    JournalSettings bare = new JournalSettings("enforce").target(file.toString()).summary(false);
    record(bare, Samples.failed("h", null));
    JsonObject record = Samples.read(file).get(1);
    assertThat(record.keySet())
        .containsExactly(
            "time",
            "kind",
            "seq",
            "mode",
            "verdict",
            "reason",
            "direction",
            "peer",
            "instance",
            "pid",
            "process");
    assertThat(record.getAsJsonObject("peer").keySet()).containsExactly("host", "port");
    assertThat(record.get("instance").getAsString()).isEqualTo(ProcessNames.host());
  }

  @Test
  void tellsThisSideAndWhatTheConnectionGoesThroughBesideThePeer() throws IOException {
    Path file = folder.resolve("v.ndjson");
    TlsFacts through =
        Samples.out("a").local("10.0.0.1", 50001).via("proxy", "10.0.0.3", 3128).build();
    TlsFacts from =
        new TlsFacts.Builder(Direction.IN)
            .peer(null, "10.0.0.9", 50001)
            .local("10.0.0.1", 8443)
            .build();
    record(Samples.settings(file), Samples.pass(through, 0), Samples.pass(from, 0));
    List<JsonObject> records = Samples.read(file, EventKind.TLS_HANDSHAKE);
    assertThat(records.get(0).toString())
        .contains(
            "\"peer\":{\"host\":\"a\",\"ip\":\"10.0.0.7\",\"port\":1433,\"sni\":\"a\"},"
                + "\"via\":{\"host\":\"proxy\",\"ip\":\"10.0.0.3\",\"port\":3128},"
                + "\"local\":{\"ip\":\"10.0.0.1\",\"port\":50001}");
    assertThat(records.get(1).getAsJsonObject("local").toString())
        .isEqualTo("{\"ip\":\"10.0.0.1\",\"port\":8443}");
    assertThat(records.get(1).has("via")).isFalse();
  }

  @Test
  void allEnginesOfAJvmHaveOneNameAndOthersAnother() throws IOException {
    Path file = folder.resolve("p.ndjson");
    Map<String, Object> shared = new ConcurrentHashMap<>();
    record(new TestOwner(Samples.settings(file)).sharing(shared), Samples.pass("a"));
    record(new TestOwner(Samples.settings(file)).sharing(shared), Samples.violation("b"));
    assertThat(Samples.read(file))
        .extracting(record -> record.get("process").getAsString())
        .allMatch(name -> name.matches("[0-9a-f]{16}"))
        .containsOnly((String) shared.get("process"));

    Path other = folder.resolve("o.ndjson");
    record(Samples.settings(other), Samples.pass("a"));
    assertThat(Samples.read(other).get(0).get("process").getAsString())
        .isNotEqualTo(shared.get("process"));
    assertThat(Samples.read(other).get(1).has("rule")).isFalse();
  }

  @Test
  void aHandshakeNamesItsCertificatesAndACertificateHasARecordOfItsOwn() throws IOException {
    Path file = folder.resolve("c.ndjson");
    CertificateFacts leaf =
        new CertificateFacts.Builder("ab".repeat(32))
            .issued("CN=db", "CN=root", "1f")
            .key("EC", 256, "secp256r1")
            .signatureAlgorithm("SHA256withRSA")
            .valid(Samples.TIME, Samples.TIME + 1)
            .names(List.of("db.internal"))
            .build();
    CertificateChain chain = new CertificateChain(List.of(leaf));
    TlsFacts tls =
        Samples.out("a")
            .certificates(chain, chain)
            .agreed("h2", ClientAuth.GIVEN, true)
            .course("ecdsa_secp256r1_sha256", 7, false)
            .build();
    SeenCertificate seen = new SeenCertificate(leaf, 0, false, true, 0);
    record(
        Samples.settings(file), Samples.pass(tls, 0), Event.ofCertificate(Samples.TIME, tls, seen));

    JsonObject handshake = Samples.read(file, EventKind.TLS_HANDSHAKE).get(0);
    assertThat(handshake.toString())
        .contains(
            "\"resumed\":false,\"alpn\":\"h2\",\"clientAuth\":\"given\","
                + "\"extendedMasterSecret\":true,\"signatureScheme\":\"ecdsa_secp256r1_sha256\","
                + "\"durationMillis\":7,\"provider\":\"SunJSSE\",\"engine\":\"SSLSocket\"},"
                + "\"certificate\":\"abababababababab\",\"clientCertificate\":\"abababababababab\"");
    JsonObject certificate = Samples.read(file, EventKind.TLS_CERTIFICATE).get(0);
    assertThat(certificate.toString())
        .contains(
            "\"mode\":\"audit\",\"direction\":\"out\",\"peer\":{\"host\":\"a\",\"ip\":\"10.0.0.7\","
                + "\"port\":1433,\"sni\":\"a\"},\"certificate\":\"abababababababab\",\"x509\":{\"sha256\":\""
                + "ab".repeat(32)
                + "\",\"subject\":\"CN=db\",\"issuer\":\"CN=root\",\"serial\":\"1f\","
                + "\"keyType\":\"EC\",\"keyBits\":256,\"curve\":\"secp256r1\","
                + "\"signatureAlgorithm\":\"SHA256withRSA\","
                + "\"notBefore\":\"2026-11-23T18:45:00.123Z\","
                + "\"notAfter\":\"2026-11-23T18:45:00.124Z\",\"names\":[\"db.internal\"],"
                + "\"nameCount\":1,\"selfSigned\":false,\"position\":0,\"whose\":\"peer\","
                + "\"role\":\"server\"}");
    assertThat(certificate.has("tls")).isFalse();
  }

  @Test
  void beginsWithStartedAndEndsWithStoppedAndItsCounts() throws IOException {
    Path file = folder.resolve("c.ndjson");
    record(
        new TestOwner(Samples.settings(file)).errors(() -> 7),
        Samples.pass("a"),
        Samples.violation("b"),
        Samples.failed("c", "certificate_unknown"));
    List<JsonObject> records = Samples.read(file);
    JsonObject first = records.get(0);
    assertThat(first.get("kind").getAsString()).isEqualTo("lifecycle");
    assertThat(first.get("reason").getAsString()).isEqualTo("started");
    assertThat(first.getAsJsonObject("runtime").toString())
        .isEqualTo(
            "{\"stockade\":\"0.1.0\",\"java\":\""
                + System.getProperty("java.runtime.version")
                + "\",\"vendor\":\""
                + System.getProperty("java.vendor")
                + "\"}");
    JsonObject last = records.get(records.size() - 1);
    assertThat(last.get("reason").getAsString()).isEqualTo("stopped");
    assertThat(last.getAsJsonObject("counts").toString())
        .isEqualTo(
            "{\"handshakes\":2,\"requests\":0,\"violations\":1,\"blocked\":0,\"failed\":1,\"dropped\":0,"
                + "\"errors\":7}");
    for (int i = 0; i < records.size(); i++) {
      assertThat(records.get(i).get("seq").getAsInt()).isEqualTo(i + 1);
    }
  }

  @Test
  void aRequestToAwsHasItsFieldsInTheOrderOfTheContract() throws IOException {
    Path file = folder.resolve("aws.ndjson");
    record(Samples.settings(file), Samples.cleartext("dynamodb"));
    assertThat(Files.readAllLines(file).get(1))
        .contains(
            "\"kind\":\"aws.request\",\"seq\":2,\"mode\":\"audit\",\"verdict\":\"violation\","
                + "\"action\":\"would-block\",\"rules\":[\"aws.cleartext\"],\"rule\":\"aws.cleartext\","
                + "\"reason\":\"there is no TLS\",\"findings\":[{\"rule\":\"aws.cleartext\","
                + "\"reason\":\"there is no TLS\"}],\"aws\":{\"partition\":\"aws\","
                + "\"service\":\"dynamodb\",\"region\":\"eu-west-1\",\"operation\":\"PutItem\","
                + "\"credential\":\"temporary\",\"accessKey\":\"\u20260001\","
                + "\"signature\":\"valid\"},\"http\":{\"client\":\"apache4\",\"method\":\"POST\","
                + "\"host\":\"dynamodb.eu-west-1.amazonaws.com\"},\"policy\"");
    assertThat(Samples.read(file).get(2).getAsJsonObject("counts").get("requests").getAsInt())
        .isEqualTo(1);
  }

  @Test
  void tellsRuleByRuleWhatTheReasonJoins() throws IOException {
    Path file = folder.resolve("f.ndjson");
    TlsFacts facts = Samples.out("a").acceptsAnyCertificate("com.acme.Any; set up by A").build();
    TlsPolicy policy = new TlsPolicy(Profiles.named("aws-outposts"));
    Finding finding =
        policy.narrowed(
            policy.judge(facts, 0),
            policy.narrowOnce(
                Offer.of(
                    List.of("TLSv1.3", "TLSv1.1"),
                    List.of("TLS_AES_128_GCM_SHA256", "TLS_RSA_WITH_AES_128_GCM_SHA256"))));
    record(Samples.settings(file), Samples.handshake(facts, finding));

    JsonObject record = Samples.read(file).get(1);
    assertThat(record.get("reason").getAsString())
        .isEqualTo(
            "client accepts any certificate: com.acme.Any; set up by A; the offer holds TLSv1.1"
                + " (below TLSv1.2), 1 cipher suite without forward secrecy"
                + " (TLS_RSA_WITH_AES_128_GCM_SHA256)");
    assertThat(record.get("findings").toString())
        .isEqualTo(
            "[{\"rule\":\"tls.trust-all\","
                + "\"reason\":\"client accepts any certificate: com.acme.Any; set up by A\","
                + "\"data\":{\"by\":\"com.acme.Any; set up by A\"}},"
                + "{\"rule\":\"tls.min-version\","
                + "\"reason\":\"the offer holds TLSv1.1 (below TLSv1.2)\"},"
                + "{\"rule\":\"tls.forward-secrecy\",\"reason\":\"the offer holds 1 cipher suite"
                + " without forward secrecy (TLS_RSA_WITH_AES_128_GCM_SHA256)\"}]");
  }

  @Test
  void showsTheReasonOfAFailedHandshake() throws IOException {
    Path file = folder.resolve("d.ndjson");
    record(Samples.settings(file), Samples.failed("c", "certificate_unknown"));
    assertThat(Samples.read(file, EventKind.TLS_FAILED).get(0).get("reason").getAsString())
        .isEqualTo("handshake_failure: certificate_unknown");
  }

  @Test
  void survivesACallBackThatThrows() throws IOException {
    Path file = folder.resolve("e.ndjson");
    TestOwner broken =
        new TestOwner(Samples.settings(file).profile("no such profile"))
            .errors(
                () -> {
                  throw new IllegalStateException("errors");
                })
            .log(
                (level, line) -> {
                  throw new IllegalStateException("log");
                });
    record(broken, Samples.violation("b"));
    List<JsonObject> records = Samples.read(file);
    assertThat(records).hasSize(3);
    assertThat(records.get(1).getAsJsonObject("policy").toString())
        .isEqualTo("{\"profile\":\"no such profile\"}");
  }

  private static void record(JournalSettings settings, Event... events) {
    record(new TestOwner(settings), events);
  }

  private static void record(TestOwner owner, Event... events) {
    TestRecorder recorder = new TestRecorder(owner, new Clock());
    for (Event event : events) {
      recorder.tick();
      recorder.take(event);
    }
    recorder.finish();
  }
}
