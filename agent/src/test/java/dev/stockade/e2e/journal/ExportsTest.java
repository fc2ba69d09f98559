package dev.stockade.e2e.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.e2e.aws.AwsSdk;
import dev.stockade.e2e.kit.AwsAnswer;
import dev.stockade.e2e.kit.AwsRequest;
import dev.stockade.e2e.kit.AwsServer;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Cli;
import dev.stockade.e2e.kit.ExportJudge;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.Records;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All that is made of the journals of real services: it is valid by the schemas of others, and
 * tells the same numbers.
 */
@Tag("matrix")
class ExportsTest {
  @TempDir Path folder;

  static List<Jdk> jdks() {
    return Jdk.matrix();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void allFormatsAreValidAndTellTheSame(Jdk jdk) throws Exception {
    jdk.java();
    Path journals = Files.createDirectory(folder.resolve("journals"));
    Files.copy(canary(jdk).journal(), journals.resolve("visits.ndjson"));
    Files.copy(requests(jdk).journal(), journals.resolve("orders.ndjson"));
    List<JsonObject> records = new ArrayList<>(Records.in(journals.resolve("visits.ndjson")));
    records.addAll(Records.in(journals.resolve("orders.ndjson")));
    assertIsRich(records);

    ExportJudge judge = new ExportJudge();
    for (String format : List.of("ocsf", "ecs", "emf", "otlp", "flow-log")) {
      Outcome export = ok(jdk, "export", "--format", format, journals.toString());
      for (String line : lines(format, export)) {
        assertThat(judge.errors(format, line)).describedAs(format + " " + line).isEmpty();
      }
      if (!format.equals("flow-log")) {
        assertThat(export.out()).describedAs(format).hasSameSizeAs(records);
      }
    }
    int fields = 0;
    for (String line :
        ok(jdk, "export", "--format", "flow-log-extended", journals.toString()).out()) {
      int count = line.split(" ", -1).length;
      assertThat(fields == 0 || fields == count).describedAs(line).isTrue();
      fields = count;
    }
    String cbom = text(ok(jdk, "cbom", journals.toString()));
    assertThat(judge.cycloneDxErrors(cbom)).isEmpty();
    Outcome sarif = Cli.on(jdk, "check", "--format", "sarif", journals.toString());
    assertThat(sarif.exitCode()).describedAs("%s", sarif).isEqualTo(1);
    assertThat(judge.sarifErrors(text(sarif))).isEmpty();

    assertTellTheSame(jdk, journals, records, JsonParser.parseString(cbom).getAsJsonObject());
  }

  private static void assertTellTheSame(
      Jdk jdk, Path journals, List<JsonObject> records, JsonObject cbom) throws Exception {
    JsonObject report = json(ok(jdk, "report", "-o", "json", journals.toString()));
    JsonObject check = json(Cli.on(jdk, "check", "-o", "json", journals.toString()));
    Path policy = Files.writeString(journals.resolveSibling("p.yaml"), "mode: enforce\n");
    JsonObject whatif =
        json(ok(jdk, "whatif", "--policy", policy.toString(), journals.toString(), "-o", "json"));
    JsonObject seen = report.getAsJsonObject("seen");
    assertThat(check.get("seen")).isEqualTo(seen);
    assertThat(whatif.get("seen")).isEqualTo(seen);

    long handshakes = count(records, "tls.handshake", "tls.blocked", "tls.failed");
    long requests = count(records, "aws.request", "aws.blocked");
    assertThat(seen.get("handshakes").getAsLong()).isEqualTo(handshakes);
    assertThat(seen.get("requests").getAsLong()).isEqualTo(requests);
    assertThat(seen.get("blocked").getAsLong()).isEqualTo(actions(records, "blocked"));
    assertThat(seen.get("reported").getAsLong()).isEqualTo(actions(records, "would-block"));

    List<String> csv = ok(jdk, "export", "--format", "csv", journals.toString()).out();
    assertThat(csv).hasSize(records.size() + 1);
    assertThat(csvCount(csv, "tls.handshake", "tls.blocked", "tls.failed")).isEqualTo(handshakes);
    assertThat(csvCount(csv, "aws.request", "aws.blocked")).isEqualTo(requests);
    assertThat(
            property(cbom, "handshakes")
                + property(cbom, "requests")
                + property(cbom, "refused-or-failed"))
        .isEqualTo(handshakes + requests);
  }

  private static long property(JsonObject cbom, String name) {
    for (JsonElement one : cbom.getAsJsonObject("metadata").getAsJsonArray("properties")) {
      JsonObject property = one.getAsJsonObject();
      if (property.get("name").getAsString().endsWith(":" + name)) {
        return property.get("value").getAsLong();
      }
    }
    throw new AssertionError("no property " + name + " in " + cbom);
  }

  private static void assertIsRich(List<JsonObject> records) {
    Set<String> kinds = new TreeSet<>();
    records.forEach(record -> kinds.add(Records.text(record, "kind")));
    assertThat(kinds)
        .contains(
            "tls.handshake",
            "tls.blocked",
            "tls.certificate",
            "aws.request",
            "aws.blocked",
            "aws.answer",
            "canary.change",
            "lifecycle");
  }

  /** Old and new servers, by a client that enforces until harm is done. */
  private Outcome canary(Jdk jdk) throws Exception {
    Path policy =
        Files.writeString(
            folder.resolve("policy.yaml"),
            """
            canary:
              percent: 100
              rollback: {min-samples: 3, max-blocked: 5%%, window: 1m}
              state: %s
            """
                .formatted(folder.resolve("canary.state")));
    try (OpensslServer old = OpensslServer.limitedTo(Peer.TLS11);
        OpensslServer weak = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA);
        OpensslServer good = OpensslServer.limitedTo(Peer.TLS12_ECDHE)) {
      return ChildJvm.on(jdk)
          .withLegacyAlgorithms()
          .with("-Dapp.repeat=5", "-Dapp.protocols=TLSv1,TLSv1.1,TLSv1.2")
          .agent(Launch.JAVAAGENT, "mode=canary,service=visits,policy=" + policy)
          .start("SocketClient", old.target(), weak.target(), good.target())
          .outcome()
          .assertHostLived();
    }
  }

  /** Requests that are signed well, badly and not at all, and what AWS answered. */
  private static Outcome requests(Jdk jdk) throws Exception {
    try (AwsServer server = new AwsServer(ExportsTest::answer)) {
      return new AwsSdk("2.57.8", "url-connection")
          .start(
              server
                  .reach(ChildJvm.on(jdk))
                  .agent(Launch.JAVAAGENT, "mode=enforce,service=orders,aws.request-ids=true"),
              List.of("s3-put", "s3-get@wrong-secret", "dynamodb-put@unsigned", "sts-identity"))
          .outcome()
          .assertHostLived();
    }
  }

  private static AwsAnswer answer(AwsRequest request) {
    AwsAnswer answer =
        request.method().equals("GET")
            ? AwsAnswer.refusing(request, 403, "SignatureDoesNotMatch")
            : AwsAnswer.to(request);
    return answer.with("x-amz-request-id", "ID-" + request.method());
  }

  private static List<String> lines(String format, Outcome export) {
    return format.equals("flow-log") ? export.out().subList(1, export.out().size()) : export.out();
  }

  private static long count(List<JsonObject> records, String... kinds) {
    return records.stream()
        .filter(record -> List.of(kinds).contains(Records.text(record, "kind")))
        .mapToLong(Records::count)
        .sum();
  }

  private static long actions(List<JsonObject> records, String action) {
    return records.stream()
        .filter(
            record ->
                Records.text(record, "kind")
                    .matches("(tls|aws)\\.(handshake|failed|request|blocked)"))
        .filter(record -> action.equals(Records.text(record, "action")))
        .mapToLong(Records::count)
        .sum();
  }

  /** By the columns of kind and count; what stands before them is never quoted here. */
  private static long csvCount(List<String> csv, String... kinds) {
    List<String> names = List.of(csv.get(0).split(",", -1));
    long sum = 0;
    for (String line : csv.subList(1, csv.size())) {
      List<String> cells = cells(line);
      assertThat(cells).describedAs(line).hasSameSizeAs(names);
      if (List.of(kinds).contains(cells.get(names.indexOf("kind")))) {
        String count = cells.get(names.indexOf("count"));
        sum += count.isEmpty() ? 1 : Long.parseLong(count);
      }
    }
    return sum;
  }

  /** By RFC 4180. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : (line + ",").toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    return cells;
  }

  private static Outcome ok(Jdk jdk, String... words) throws Exception {
    Outcome outcome = Cli.on(jdk, words);
    assertThat(outcome.exitCode()).describedAs("%s", outcome).isZero();
    return outcome;
  }

  private static String text(Outcome outcome) {
    return String.join("\n", outcome.out());
  }

  private static JsonObject json(Outcome outcome) {
    return JsonParser.parseString(text(outcome)).getAsJsonObject();
  }
}
