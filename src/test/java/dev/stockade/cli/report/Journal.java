package dev.stockade.cli.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.cli.Cli;
import dev.stockade.cli.command.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Records as journals have them, for what no policy of a test would make. */
final class Journal {
  static final String WEAK =
      "\"verdict\":\"violation\",\"action\":\"would-block\",\"rules\":[\"tls.min-version\"],\"rule\":\"tls.min-version\",\"reason\":\"server"
          + " chose TLSv1.1, profile aws-outposts needs TLSv1.2 or newer\",";

  static final String PASS = "\"verdict\":\"pass\",\"action\":\"allowed\",";

  static final String NOTE =
      "\"verdict\":\"note\",\"action\":\"allowed\",\"rules\":[\"tls.dh-size\"],\"reason\":\"old\",";
  static final String EXCUSED =
      "\"verdict\":\"note\",\"action\":\"allowed\",\"rules\":[\"tls.min-version\"],"
          + "\"reason\":\"allowed by exception\",\"exception\":\"legacy-erp\",";

  static final int EIGHT_DAYS = 8 * 24;

  private final List<String> lines = new ArrayList<>();
  private final Instant start = Instant.parse("2026-11-20T10:00:00Z");
  private String service = "orders";

  /** A service of which nothing would break, seen for long enough. */
  static Journal good() {
    Journal journal =
        new Journal()
            .record("lifecycle", 0, "\"reason\":\"started\",\"runtime\":{\"java\":\"17\"},")
            .handshake("api.internal", PASS, "TLSv1.3", 1993, 0);
    for (int hours = 24; hours <= EIGHT_DAYS; hours += 24) {
      journal.handshake("api.internal", PASS, "TLSv1.3", 1, hours);
    }
    return journal;
  }

  /** One handshake of each verdict at least. */
  static Journal ofEachVerdict() {
    return new Journal()
        .handshake("db.internal", WEAK, "TLSv1.1", 3, 0)
        .handshake("dh.internal", NOTE, "TLSv1.2", 2, 0)
        .handshake("erp.internal", EXCUSED, "TLSv1.1", 2, 1)
        .handshake("api.internal", PASS, "TLSv1.3", 2, 1);
  }

  Journal of(String name) {
    service = name;
    return this;
  }

  /**
   * @param hours since the first
   */
  Journal handshake(String host, String judged, String version, int count, int hours) {
    String cipher =
        version.equals("TLSv1.3")
            ? "TLS_AES_256_GCM_SHA384"
            : "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
    return record(
        "tls.handshake",
        hours,
        judged
            + "\"direction\":\"out\",\"peer\":{\"host\":"
            + quoted(host)
            + ",\"ip\":\"10.0.0.7\",\"port\":443},\"tls\":{\"version\":\""
            + version
            + "\",\"cipher\":\""
            + cipher
            + "\",\"group\":\"x25519\",\"provider\":\"SunJSSE\",\"engine\":\"SSLSocket\"},"
            + "\"code\":{\"class\":\"com.acme.Dao\",\"method\":\"load\",\"jar\":\"acme-dao.jar\"},"
            + (count > 1 ? "\"count\":" + count + "," : ""));
  }

  Journal record(String kind, int hours, String members) {
    lines.add(
        "{\"time\":\""
            + start.plusSeconds(hours * 3600L)
            + "\",\"kind\":\""
            + kind
            + "\",\"mode\":\"audit\","
            + members
            + "\"policy\":{\"profile\":\"aws-outposts\"},\"service\":"
            + quoted(service)
            + ",\"instance\":\"host-1\",\"pid\":7,\"process\":\"p-"
            + Integer.toHexString(service.hashCode())
            + "\",\"stockade\":\"0.1.0\"}");
    return this;
  }

  Journal line(String text) {
    lines.add(text);
    return this;
  }

  Path write(Path folder) throws IOException {
    return Files.write(folder.resolve("j.ndjson"), lines);
  }

  static String quoted(String text) {
    return JsonText.of(text);
  }

  static JsonObject report(Object... words) {
    List<Object> all = new ArrayList<>(List.of("report", "-o", "json"));
    all.addAll(List.of(words));
    Cli cli = Cli.run(all.toArray());
    return JsonParser.parseString(cli.out()).getAsJsonObject();
  }

  static String readiness(JsonObject report) {
    return report.getAsJsonObject("decision").get("readiness").getAsString();
  }

  static List<String> reasons(JsonObject report) {
    List<String> reasons = new ArrayList<>();
    JsonArray all = report.getAsJsonObject("decision").getAsJsonArray("reasons");
    for (JsonElement one : all) {
      reasons.add(one.getAsJsonObject().get("reason").getAsString());
    }
    return reasons;
  }
}
