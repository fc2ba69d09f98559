package dev.stockade.e2e.tls;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.DocumentedTable;
import dev.stockade.e2e.kit.IssuedKeys;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslClient;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What each TLS engine shows of a handshake of TLS 1.2 in which both sides have a certificate and
 * agree on a protocol, as a client and as a server of openssl; and the rules about certificates.
 */
@Tag("matrix")
class EngineFactsTest {
  /** What is looked for in a record. */
  @SuppressWarnings("ImmutableEnumChecker") // the conditions keep nothing
  private enum Column {
    PEER("peer's certificates", (record, client) -> is(record, !client)),
    OWN("own certificates", (record, client) -> is(record, client)),
    ALPN("ALPN", (record, client) -> "http/1.1".equals(text(record, "tls.alpn"))),
    CLIENT_AUTH("client auth", (record, client) -> "given".equals(text(record, "tls.clientAuth"))),
    EMS(
        "extended master secret",
        (record, client) -> "true".equals(text(record, "tls.extendedMasterSecret"))),
    SCHEME("signature scheme", (record, client) -> text(record, "tls.signatureScheme") != null),
    DURATION("duration", (record, client) -> text(record, "tls.durationMillis") != null),
    LOCAL("local end", (record, client) -> text(record, "local.port") != null);

    private final String title;
    private final BiPredicate<JsonObject, Boolean> isThere;

    Column(String title, BiPredicate<JsonObject, Boolean> isThere) {
      this.title = title;
      this.isThere = isThere;
    }

    private static boolean is(JsonObject record, boolean ofClient) {
      return text(record, ofClient ? "clientCertificate" : "certificate") != null;
    }

    String cell(JsonObject client, JsonObject server) {
      boolean asClient = isThere.test(client, true);
      boolean asServer = isThere.test(server, false);
      return asClient ? asServer ? "yes" : "as client" : asServer ? "as server" : "";
    }
  }

  @TempDir Path folder;
  private final Jdk jdk = Jdk.of(17);

  @Test
  void theDocumentTellsWhatEachEngineShows() throws Exception {
    List<String> titles = new ArrayList<>(List.of("engine"));
    for (Column column : Column.values()) {
      titles.add(column.title);
    }
    DocumentedTable table = new DocumentedTable(titles.toArray(new String[0]));
    for (DocumentedEngine engine :
        DocumentedEngine.all(jdk, folder, ChildJvm::withLegacyAlgorithms)) {
      row(table, engine.name(), engine.program(), engine.setting());
    }

    table.assertIn("operations.md", "facts of engines");
  }

  private void row(
      DocumentedTable table, String engine, String program, DocumentedEngine.Setting setting)
      throws Exception {
    JsonObject client = client(engine, program + "Client", setting);
    JsonObject server = server(engine, program + "Server", setting);
    List<String> cells = new ArrayList<>(List.of(engine));
    for (Column column : Column.values()) {
      cells.add(column.cell(client, server));
    }
    table.row(cells.toArray(new String[0]));
  }

  private JsonObject client(String engine, String program, DocumentedEngine.Setting setting)
      throws Exception {
    try (OpensslServer mutual =
            CertificateRulesTest.server(IssuedKeys.GOOD, "-verify", "1", "-alpn", "http/1.1");
        OpensslServer weak = CertificateRulesTest.server(IssuedKeys.WEAK)) {
      Outcome outcome =
          setting
              .of(child())
              .with(CertificateRulesTest.ownKeys(IssuedKeys.ENDING))
              .with("-Dapp.keystore=" + IssuedKeys.ENDING.keyStore())
              .agent(Launch.JAVAAGENT, "mode=audit")
              .start(program, mutual.target(), weak.target())
              .outcome()
              .assertHostLived();
      List<JsonObject> records = outcome.records("tls.handshake");
      JsonObject both = records.get(0);
      assertCertificates(both, IssuedKeys.GOOD, engine);
      assertThat(CertificateRulesTest.rules(both))
          .describedAs("%s: %s", engine, both)
          .isEqualTo(CertificateRulesTest.EXPIRY);
      // Conscrypt refuses SHA-1 by itself.
      boolean refuses = engine.equals("Conscrypt");
      assertThat(outcome.records("tls.failed")).describedAs("%s", outcome).hasSize(refuses ? 1 : 0);
      if (!refuses) {
        assertThat(CertificateRulesTest.rules(records.get(1)))
            .describedAs("%s: %s", engine, records.get(1))
            .isEqualTo(CertificateRulesTest.WEAK);
      }
      return both;
    }
  }

  private JsonObject server(String engine, String program, DocumentedEngine.Setting setting)
      throws Exception {
    // The FIPS edition makes no use of a key that small.
    boolean fips = engine.contains("FIPS");
    IssuedKeys own = fips ? IssuedKeys.GOOD : IssuedKeys.WEAK;
    ChildJvm child =
        setting
            .of(child())
            .with("-Djavax.net.ssl.trustStore=" + IssuedKeys.trustStore())
            .with("-Dapp.keystore=" + own.keyStore(), "-Dapp.client-auth=want")
            .agent(Launch.JAVAAGENT, "mode=audit")
            .start(program);
    List<String> words = new ArrayList<>(CertificateRulesTest.certificate(IssuedKeys.ENDING));
    words.addAll(List.of("-alpn", "http/1.1"));
    String printed = OpensslClient.connect(child.ready(), words);
    Outcome outcome = child.end().assertHostLived();
    assertThat(printed).describedAs("%s: %s", engine, outcome).contains("hello ");
    JsonObject record = outcome.records("tls.handshake").get(0);
    assertCertificates(record, own, engine);
    assertThat(CertificateRulesTest.rules(record))
        .describedAs("%s: %s", engine, record)
        .isEqualTo(fips ? CertificateRulesTest.EXPIRY : CertificateRulesTest.ALL);
    return record;
  }

  private ChildJvm child() throws Exception {
    return ChildJvm.on(jdk).with("-Dapp.password=" + Keys.PASSWORD, "-Dapp.alpn=http/1.1");
  }

  private static void assertCertificates(JsonObject record, IssuedKeys server, String engine)
      throws Exception {
    assertThat(text(record, "certificate"))
        .describedAs("%s: %s", engine, record)
        .isEqualTo(server.id());
    assertThat(text(record, "clientCertificate"))
        .describedAs("%s: %s", engine, record)
        .isEqualTo(IssuedKeys.ENDING.id());
  }
}
