package dev.stockade.e2e.tls;

import static dev.stockade.e2e.kit.Records.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.DocumentedTable;
import dev.stockade.e2e.kit.IssuedKeys;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What enforce does in each TLS engine with each condition that a profile can have. */
@Tag("matrix")
class EnforcedConditionsTest {
  private static final String BSI = "bsi-tr-02102-2-2026-01-pfs";
  private static final String FIPS = "fips-140-3-core-2026";
  private static final String TLS13 = "aws-elb-tls13-1-3-2021-06";

  /** A condition, and a peer that offends it; the first that shows anything counts. */
  @SuppressWarnings("ImmutableEnumChecker") // the lists cannot be changed
  private enum Condition {
    VERSION("version", TLS13, "tls.min-version", "good", "-tls1_3"),
    SUITE("cipher suite", BSI, "tls.cipher-strength", "good", "-tls1_2"),
    GROUP("group", BSI, "tls.group", "good", "-tls1_2"),
    OTHER_GROUP("group", BSI, "tls.group", "good", "-tls1_2", "-groups", "X25519"),
    SCHEME(
        "signature scheme",
        BSI,
        "tls.signature-scheme",
        "rsa",
        "-tls1_2",
        "-sigalgs",
        "RSA+SHA256"),
    MASTER_SECRET("extended master secret", FIPS, "tls.extended-master-secret", "good", "-tls1_2"),
    CBC(
        "CBC without encrypt-then-MAC",
        BSI,
        "without encrypt-then-MAC",
        "good",
        "-tls1_2",
        "-cipher",
        "ECDHE-ECDSA-AES128-SHA256"),
    DH("size of DH", BSI, "tls.dh-size", "rsa", "-tls1_2", "-cipher", "DHE-RSA-AES128-GCM-SHA256"),
    KEY("size of keys", BSI, "tls.certificate.key-size", "rsa", "-tls1_2"),
    RENEGOTIATION(
        "renegotiation", BSI, "was renegotiated", "good", "-tls1_2", "-client_renegotiation");

    private final String title;
    private final String profile;
    private final String sign;
    private final String keys;
    private final List<String> limits;

    Condition(String title, String profile, String sign, String keys, String... limits) {
      this.title = title;
      this.profile = profile;
      this.sign = sign;
      this.keys = keys;
      this.limits = List.of(limits);
    }

    OpensslServer server() throws Exception {
      IssuedKeys issued = keys.equals("rsa") ? IssuedKeys.ENDING : IssuedKeys.GOOD;
      return OpensslServer.of(issued.certificate(), issued.key(), limits.toArray(new String[0]));
    }

    /** Only the rule that is asked for, so that no other one comes before it. */
    String policy() {
      String rules = sign.startsWith("tls.") ? "rules: {" + sign + ": enforce}\n" : "";
      return "mode: enforce\nprofile: " + profile + "\n" + rules;
    }

    String[] options() {
      return switch (this) {
        case MASTER_SECRET -> new String[] {"-Djdk.tls.useExtendedMasterSecret=false"};
        case RENEGOTIATION -> new String[] {"-Dapp.renegotiate=true"};
        default -> new String[0];
      };
    }

    /** The strongest of what the records say; empty where they say nothing. */
    String cell(Outcome outcome) {
      return Stream.of("tls.handshake", "tls.failed", "tls.blocked")
          .flatMap(kind -> outcome.records(kind).stream())
          .map(this::cell)
          .filter(cell -> !cell.isEmpty())
          .min(Comparator.naturalOrder())
          .orElse("");
    }

    /** In the order of the alphabet the strongest is first. */
    private String cell(JsonObject record) {
      String action = text(record, "action");
      if (!sign.startsWith("tls.")) {
        return String.valueOf(text(record, "reason")).contains(sign) ? "tell" : "";
      }
      for (JsonElement each : findings(record)) {
        JsonObject finding = each.getAsJsonObject();
        if (sign.equals(text(finding, "rule"))) {
          boolean offered = text(finding, "reason").contains("the offer holds ");
          return offered ? "narrow" : action.equals("blocked") ? "refuse" : "tell";
        }
      }
      return "";
    }
  }

  private static JsonArray findings(JsonObject record) {
    return record.has("findings") ? record.getAsJsonArray("findings") : new JsonArray();
  }

  @TempDir Path folder;
  private final Jdk jdk = Jdk.of(17);

  @Test
  void theDocumentTellsWhatEnforceDoesInEachEngine() throws Exception {
    List<String> titles = new ArrayList<>(List.of("engine"));
    titles.addAll(Stream.of(Condition.values()).map(each -> each.title).distinct().toList());
    DocumentedTable table = new DocumentedTable(titles.toArray(new String[0]));
    for (DocumentedEngine engine : DocumentedEngine.all(jdk, folder, UnaryOperator.identity())) {
      row(table, engine.name(), engine.program() + "Client", engine.setting());
    }

    table.assertIn("policy.md", "enforced conditions");
  }

  private void row(
      DocumentedTable table, String engine, String program, DocumentedEngine.Setting setting)
      throws Exception {
    List<String> cells = new ArrayList<>(List.of(engine));
    String title = "";
    for (Condition condition : Condition.values()) {
      boolean again = condition.title.equals(title);
      title = condition.title;
      String cell =
          again && !cells.get(cells.size() - 1).isEmpty()
              ? null
              : cell(condition, program, setting);
      if (!again) {
        cells.add(cell);
      } else if (cell != null) {
        cells.set(cells.size() - 1, cell);
      }
    }
    table.row(cells.toArray(new String[0]));
  }

  private String cell(Condition condition, String program, DocumentedEngine.Setting setting)
      throws Exception {
    Path policy = Files.writeString(folder.resolve(condition + ".yaml"), condition.policy());
    try (OpensslServer server = condition.server()) {
      Outcome outcome =
          setting
              .of(ChildJvm.on(jdk).with("-Djavax.net.ssl.trustStore=" + IssuedKeys.trustStore()))
              .with(condition.options())
              .agent(Launch.JAVAAGENT, "policy=" + policy)
              .start(program, server.target())
              .outcome()
              .assertHostLived();
      return condition.cell(outcome);
    }
  }
}
